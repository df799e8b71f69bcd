package org.headwater.statements.languages;

import java.util.Set;

/** How well a language is read. */
public enum ReadingLevel {
    /** Who does what is known from a parser or from rules for the language. */
    FULL,
    /** Terms, numbers, places, dates and the order of words are all there is. */
    SKIMMED;

    private static final Set<String> SHIPPED = Set.of("en", "es", "zh");

    /** The level of a language, by its BCP 47 tag, with the languages that were added. */
    public static ReadingLevel of(String tag, InstalledLanguages installed) {
        String language = tag.split("-", 2)[0];
        return SHIPPED.contains(language) || installed.has(language) ? FULL : SKIMMED;
    }
}
