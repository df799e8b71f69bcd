package org.headwater.statements.languages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The small words of a language: numerals, months, prepositions, adjectives of countries, names of offices. They are read
 * from {@code words-LANGUAGE.txt}, whose head explains its form; a language without such a file has none, and is still
 * read by the codebook's terms, digits and names of places.
 *
 * <p>Immutable and safe to share between threads. Phrases are compared in lower case.
 */
public final class LanguageWords {
    private static final Set<String> UNSPACED = Set.of("zh", "ja", "ko", "th");
    private static final Map<String, LanguageWords> LOADED = new ConcurrentHashMap<>();

    private final String language;
    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    private final Map<String, List<String>> sorted = new ConcurrentHashMap<>();

    private LanguageWords(String language) {
        this.language = language;
    }

    /**
     * The words of a language.
     *
     * @param tag BCP 47 tag; script and region make no difference
     */
    public static LanguageWords of(String tag) {
        String primary = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return LOADED.computeIfAbsent(primary, LanguageWords::load);
    }

    private static LanguageWords load(String language) {
        LanguageWords words = new LanguageWords(language);
        String file = "words-" + language + ".txt";
        try (InputStream in = LanguageWords.class.getResourceAsStream(file)) {
            if (in != null) {
                words.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return words;
    }

    private void read(BufferedReader lines) throws IOException {
        Map<String, String> section = new LinkedHashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line.substring(1, line.indexOf(']')), key -> new LinkedHashMap<>());
                continue;
            }
            for (String entry : line.split(",", -1)) {
                String[] sides = entry.strip().split(" = ", 2);
                if (!sides[0].isEmpty()) {
                    section.put(sides[0], sides.length > 1 ? sides[1] : "");
                }
            }
        }
    }

    /** Primary tag of the language, such as {@code zh}. */
    public String language() {
        return language;
    }

    /** Whether the language sets no spaces between words, or sticks its small words to them; then each sign is a word. */
    public boolean isUnspaced() {
        return UNSPACED.contains(language);
    }

    /** The phrases of a section, in the order of the file; none if there is no such section. */
    public Set<String> list(String section) {
        return java.util.Collections.unmodifiableSet(
                sections.getOrDefault(section, Map.of()).keySet());
    }

    /** The phrases of a section, the longest first. */
    public List<String> longestFirst(String section) {
        return sorted.computeIfAbsent(section, key -> {
            List<String> phrases = new ArrayList<>(list(key));
            phrases.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
            return List.copyOf(phrases);
        });
    }

    public boolean isListed(String section, String phrase) {
        return list(section).contains(phrase);
    }

    /** What a phrase of a section means; empty if it is not listed or nothing is said. */
    public Optional<String> meaning(String section, String phrase) {
        return Optional.ofNullable(sections.getOrDefault(section, Map.of()).get(phrase))
                .filter(each -> !each.isEmpty());
    }

    /** The number a phrase means; empty if it is not listed. */
    public Optional<Long> number(String section, String phrase) {
        return meaning(section, phrase).map(Long::valueOf);
    }
}
