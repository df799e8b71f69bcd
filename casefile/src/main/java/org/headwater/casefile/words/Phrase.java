package org.headwater.casefile.words;

import java.text.MessageFormat;
import java.util.Locale;
import org.headwater.model.Origin;

/**
 * The few words that stand between what a finding holds, in English. Who shows findings in another language says them in
 * that language: see {@link Phrasing}.
 */
public enum Phrase {
    /** A number that is the least. */
    OR_MORE("{0} or more"),
    /** A number that is the most. */
    AT_MOST("at most {0}"),
    /** Two numbers, or two dates, with all between them. */
    RANGE("{0} to {1}"),
    /** A number of things in a number of places. */
    IN("{0} in {1}"),
    /** A number with what it counts. */
    FIGURE("{0} {1}"),
    /** What a slot is called, with its words. */
    LABELLED("{0}: {1}"),
    /** Words of a source. */
    QUOTED("“{0}”"),
    /** Two that belong together. */
    AND("{0} and {1}"),
    /** Those of more than two before the last. */
    LISTED("{0}, {1}"),
    /** Two parts of what a finding is about. */
    ABOUT("{0}, {1}"),
    /** The whole world as a place. */
    WORLDWIDE("worldwide"),
    /** What a denial does. */
    DENIES("denies"),
    /** From a date on. */
    SINCE("since {0}"),
    /** Up to a date. */
    UNTIL("until {0}"),
    /** The twelve months, with spaces between them. */
    MONTHS("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    /** A day: year, month in words, day. */
    DAY("{2} {1} {0}"),
    /** A month: year, month in words. */
    MONTH("{1} {0}"),
    /** A year. */
    YEAR("{0}"),
    /** See {@link Origin.Kind}. */
    ORIGIN_OWN_INVESTIGATION(Origin.Kind.OWN_INVESTIGATION.words()),
    /** See {@link Origin.Kind}. */
    ORIGIN_TESTIMONY(Origin.Kind.TESTIMONY.words()),
    /** See {@link Origin.Kind}. */
    ORIGIN_OFFICIAL_STATEMENT(Origin.Kind.OFFICIAL_STATEMENT.words()),
    /** See {@link Origin.Kind}. */
    ORIGIN_OFFICIAL_ACT(Origin.Kind.OFFICIAL_ACT.words()),
    /** See {@link Origin.Kind}. */
    ORIGIN_PRIMARY_DOCUMENT(Origin.Kind.PRIMARY_DOCUMENT.words()),
    /** See {@link Origin.Kind}. */
    ORIGIN_DATA(Origin.Kind.DATA.words()),
    /** See {@link Origin.Kind}. */
    ORIGIN_UNSOURCED(Origin.Kind.UNSOURCED.words());

    private final String english;

    Phrase(String english) {
        this.english = english;
    }

    /** What to call a kind of origin. */
    public static Phrase of(Origin.Kind kind) {
        return valueOf("ORIGIN_" + kind.name());
    }

    /** Its name among the words of a language, such as {@code phrase.or-more}. */
    public String key() {
        return "phrase." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The English words as a {@link MessageFormat}. */
    public String pattern() {
        return english;
    }

    String english(String... parts) {
        return MessageFormat.format(english, (Object[]) parts);
    }
}
