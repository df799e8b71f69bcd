package org.headwater.codebook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Terms that mean the same for the investigation, per language. A term is one or more words; in English {@code word/v}
 * and {@code word/n} hold for verbs and for nouns only, and a word stands for all its inflected forms. The term {@value
 * #STAND_IN} is a figure or "one", "another", "the others" that stands for the noun before a place.
 *
 * @param name its name
 * @param label what readers see
 * @param byLanguage terms by BCP 47 tag ({@code en}, {@code zh-Hans})
 */
public record TermList(String name, String label, Map<String, List<String>> byLanguage) {
    /** Stands for a figure without a noun of its own before a place: "nine in Spain, one in Oslo". */
    public static final String STAND_IN = "#";

    public TermList {
        Map<String, List<String>> sorted = new TreeMap<>();
        byLanguage.forEach((language, terms) -> sorted.put(language, List.copyOf(terms)));
        byLanguage = java.util.Collections.unmodifiableMap(sorted);
    }

    /** The languages it has terms for. */
    public Set<String> languages() {
        return byLanguage.keySet();
    }

    /** The terms of a language; those of all its scripts if the tag names none; none if there are none. */
    public List<String> in(String language) {
        List<String> exact = byLanguage.get(language);
        if (exact != null) {
            return exact;
        }
        return byLanguage.entrySet().stream()
                .filter(entry -> entry.getKey().split("-", 2)[0].equals(language.split("-", 2)[0]))
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .toList();
    }
}
