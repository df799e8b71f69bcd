package org.headwater.reading;

import java.util.List;
import java.util.stream.Stream;
import org.headwater.reading.article.Facts;

/**
 * What a format's reader makes of one document, before it is known whose item it is.
 *
 * @param part place within the item where one item holds several documents, else empty
 * @param text the readable text
 * @param facts what it says about itself
 * @param notes what a careful reader should know
 */
record Reading(String part, String text, Facts facts, List<String> notes) {
    /** Most units of one fact: what is longer is none that a page says about itself. */
    static final int FACT_UNITS = 10_000;

    Reading {
        List<String> cut = facts.longerThan(FACT_UNITS);
        if (!cut.isEmpty()) {
            facts = facts.cutTo(FACT_UNITS);
            notes = Stream.concat(
                            notes.stream(),
                            cut.stream()
                                    .map(fact -> "its " + fact + " is longer than " + FACT_UNITS
                                            + " characters (the bound): what is behind is left out of it"))
                    .toList();
        }
    }

    static Reading whole(String text, Facts facts, List<String> notes) {
        return new Reading("", text, facts, notes);
    }

    Reading asPart(String place) {
        return new Reading(place, text, facts, notes);
    }
}
