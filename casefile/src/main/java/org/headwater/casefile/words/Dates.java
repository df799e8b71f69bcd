package org.headwater.casefile.words;

import java.util.Optional;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;

/** Dates in words: {@code 14 Sep 2022}, {@code Sep 2022}, {@code since 2016}, {@code Apr 2021 to Jul 2022}. */
public final class Dates {
    /** Dates in English. */
    public static final Dates ENGLISH = new Dates(Phrasing.ENGLISH);

    private final Phrasing phrasing;

    /** Dates in this language. */
    public Dates(Phrasing phrasing) {
        this.phrasing = phrasing;
    }

    /** As precise as it is known. */
    public String of(PartialDate date) {
        return date.day() == 0
                ? month(date)
                : phrasing.say(Phrase.DAY, year(date), monthName(date), Integer.toString(date.day()));
    }

    /** To the month. */
    public String month(PartialDate date) {
        return date.month() == 0
                ? phrasing.say(Phrase.YEAR, year(date))
                : phrasing.say(Phrase.MONTH, year(date), monthName(date));
    }

    private static String year(PartialDate date) {
        return Integer.toString(date.year());
    }

    private String monthName(PartialDate date) {
        return phrasing.say(Phrase.MONTHS).split(" ", -1)[date.month() - 1];
    }

    /** A stretch of time, as precise as it is known. */
    public String of(SlotValue.Period period) {
        return words(period.from().map(this::of), period.to().map(this::of));
    }

    /** A stretch of time to the month. */
    public String month(SlotValue.Period period) {
        return words(period.from().map(this::month), period.to().map(this::month));
    }

    private String words(Optional<String> from, Optional<String> to) {
        if (from.isEmpty()) {
            return phrasing.say(Phrase.UNTIL, to.orElse("?"));
        }
        if (to.isEmpty()) {
            return phrasing.say(Phrase.SINCE, from.get());
        }
        return from.equals(to) ? from.get() : phrasing.say(Phrase.RANGE, from.get(), to.get());
    }
}
