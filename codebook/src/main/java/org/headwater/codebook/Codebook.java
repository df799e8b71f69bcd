package org.headwater.codebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The vocabulary of an investigation. Immutable and checked: every name a pattern uses is defined. Made by {@link
 * Codebooks}.
 *
 * @param name its name, such as {@code transnational-policing}
 * @param version raised whenever statements may come out differently
 * @param title what readers see
 * @param description what it is for
 * @param kinds the kinds of statements, in the order to show them
 * @param words closed lists of words by name
 * @param terms term lists by name
 * @param topics term lists that show that a text is about the subject; a text without any is not read further
 * @param certainty the term list of words of doubt and of confirmation that statements keep; empty if none
 * @param parties how the parties are told apart
 * @param patterns the rules, in the order they are tried
 * @param labels what readers of other languages see instead of its labels, by BCP 47 tag; may be empty
 */
public record Codebook(
        String name,
        int version,
        String title,
        String description,
        List<Kind> kinds,
        Map<String, WordList> words,
        Map<String, TermList> terms,
        List<String> topics,
        Optional<String> certainty,
        Parties parties,
        List<Pattern> patterns,
        Map<String, Labels> labels) {
    public Codebook {
        kinds = List.copyOf(kinds);
        words = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(words));
        terms = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(terms));
        topics = List.copyOf(topics);
        patterns = List.copyOf(patterns);
        labels = Map.copyOf(labels);
    }

    /** The kind of this name, if defined. */
    public Optional<Kind> kind(String wanted) {
        return kinds.stream().filter(kind -> kind.name().equals(wanted)).findFirst();
    }

    /** The terms of a list in a language; none if the list is not defined or has none. */
    public List<String> terms(String list, String language) {
        TermList found = terms.get(list);
        return found == null ? List.of() : found.in(language);
    }

    /** The codebook with the labels that readers of this language see; unchanged if it has none for them. */
    public Codebook in(String language) {
        Labels wanted = labels.get(language);
        return wanted == null
                ? this
                : new Codebook(
                        name,
                        version,
                        title,
                        description,
                        kinds.stream().map(wanted::of).toList(),
                        wanted.of(words),
                        terms,
                        topics,
                        certainty,
                        parties,
                        patterns,
                        labels);
    }

    /** All languages it has terms for. */
    public Set<String> languages() {
        Set<String> all = new TreeSet<>();
        terms.values().forEach(list -> all.addAll(list.languages()));
        return all;
    }
}
