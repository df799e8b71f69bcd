package org.headwater.reading;

import java.util.List;
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
    static Reading whole(String text, Facts facts, List<String> notes) {
        return new Reading("", text, facts, notes);
    }

    Reading asPart(String place) {
        return new Reading(place, text, facts, notes);
    }
}
