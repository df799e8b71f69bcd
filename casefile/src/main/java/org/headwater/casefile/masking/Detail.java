package org.headwater.casefile.masking;

import org.headwater.model.Span;

/**
 * One personal detail in a text.
 *
 * @param kind what it is
 * @param begin first UTF-16 unit
 * @param end unit after the last
 * @param sign what gives it away
 */
public record Detail(Kind kind, int begin, int end, Sign sign) {
    public Detail {
        if (begin < 0 || end <= begin) {
            throw new IllegalArgumentException(
                    "Invalid personal detail: " + begin + "–" + end + " is no stretch of text");
        }
    }

    /** Where it stands. */
    public Span span() {
        return new Span(begin, end);
    }

    /** The words themselves. */
    public String in(String text) {
        return text.substring(begin, end);
    }

    /** Sorts of personal details. */
    public enum Kind {
        EMAIL,
        TELEPHONE,
        /** A number that a state gave a person: identity card, social security, tax. */
        IDENTITY,
        PASSPORT,
        /** The day on which a person was born. */
        BIRTH,
        /** The plate of a car. */
        PLATE,
        /** Where a person lives. Addresses of offices are none. */
        HOME
    }

    /** What gives a detail away. */
    public enum Sign {
        /** Its form alone, wherever it stands. */
        FORM,
        /** Words beside it: the same signs elsewhere may not be recognised. */
        WORDS
    }
}
