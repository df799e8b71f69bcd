package org.headwater.statements.attribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of one language that say that somebody says something, read from {@code cues-LANGUAGE.txt}, whose head
 * explains its form.
 */
final class CueLexicon {
    /** What may hold the content of a cue. */
    enum Frame {
        QUOTE,
        CLAUSE,
        OBJECT,
        INFINITIVE,
        APPEAL
    }

    /**
     * One way to use a word.
     *
     * @param particles words that must follow it: particles, then at most one preposition that governs the content
     */
    record Entry(CueKind kind, Set<Frame> frames, List<String> particles) {}

    private final Map<String, List<Entry>> verbs = new LinkedHashMap<>();
    private final Map<String, List<List<String>>> adjectives = new LinkedHashMap<>();
    private final Map<String, Set<String>> lists = new LinkedHashMap<>();

    private CueLexicon() {}

    /**
     * The words of a language.
     *
     * @throws IllegalArgumentException if there is no list for it
     */
    static CueLexicon of(String language) {
        String file = "cues-" + language + ".txt";
        try (InputStream in = CueLexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("Cannot attribute in language '" + language + "': no " + file);
            }
            CueLexicon lexicon = new CueLexicon();
            lexicon.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            return lexicon;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private void read(BufferedReader reader) throws IOException {
        String section = "";
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String trimmed = line.strip();
            if (trimmed.isEmpty() || trimmed.startsWith("#")) {
                continue;
            }
            if (trimmed.startsWith("[")) {
                section = trimmed.substring(1, trimmed.length() - 1);
                continue;
            }
            for (String entry : trimmed.split(",", -1)) {
                String words = entry.strip();
                if (!words.isEmpty()) {
                    add(section, words);
                }
            }
        }
    }

    private void add(String section, String entry) {
        List<String> words = Arrays.asList(entry.split(" ", -1));
        int colon = section.indexOf(':');
        if (colon > 0) {
            CueKind kind = CueKind.ofWord(section.substring(0, colon));
            Set<Frame> frames = EnumSet.noneOf(Frame.class);
            for (String frame : section.substring(colon + 1).strip().split(" ", -1)) {
                frames.add(Frame.valueOf(frame.toUpperCase(Locale.ROOT)));
            }
            verbs.computeIfAbsent(words.get(0), key -> new ArrayList<>())
                    .add(new Entry(kind, frames, List.copyOf(words.subList(1, words.size()))));
        } else if (section.equals("adjectives")) {
            adjectives
                    .computeIfAbsent(words.get(0), key -> new ArrayList<>())
                    .add(List.copyOf(words.subList(1, words.size())));
        } else {
            lists.computeIfAbsent(section, key -> new LinkedHashSet<>()).add(entry);
        }
    }

    /** The uses of a verb, those with more particles first. */
    List<Entry> verb(String lemma) {
        return verbs.getOrDefault(lemma, List.of());
    }

    boolean isVerb(String lemma, Frame frame) {
        return verb(lemma).stream().anyMatch(entry -> entry.frames().contains(frame));
    }

    boolean isVerb(String lemma, CueKind kind) {
        return verb(lemma).stream().anyMatch(entry -> entry.kind() == kind);
    }

    /** The particles with which an adjective is used; an empty list of particles for a use without. */
    List<List<String>> adjective(String lemma) {
        return adjectives.getOrDefault(lemma, List.of());
    }

    /** A plain list of the file, such as {@code nouns}. */
    Set<String> list(String name) {
        return Collections.unmodifiableSet(lists.getOrDefault(name, Set.of()));
    }

    boolean isListed(String name, String word) {
        return lists.getOrDefault(name, Set.of()).contains(word);
    }

    /** The verbs with all their words, such as "ha dicho", and what each says. */
    Map<String, CueKind> verbPhrases() {
        Map<String, CueKind> phrases = new LinkedHashMap<>();
        verbs.forEach((first, entries) -> entries.forEach(entry ->
                phrases.putIfAbsent((first + " " + String.join(" ", entry.particles())).strip(), entry.kind())));
        return phrases;
    }
}
