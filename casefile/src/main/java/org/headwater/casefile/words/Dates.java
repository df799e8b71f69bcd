package org.headwater.casefile.words;

import java.util.Locale;
import java.util.Optional;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;

/** Dates in words: {@code 14 Sep 2022}, {@code Sep 2022}, {@code since 2016}, {@code Apr 2021 to Jul 2022}. */
public final class Dates {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private Dates() {}

    /** As precise as it is known. */
    public static String of(PartialDate date) {
        return date.day() == 0 ? month(date) : String.format(Locale.ROOT, "%d %s", date.day(), month(date));
    }

    /** To the month. */
    public static String month(PartialDate date) {
        String year = Integer.toString(date.year());
        return date.month() == 0 ? year : MONTHS[date.month() - 1] + " " + year;
    }

    /** A stretch of time, as precise as it is known. */
    public static String of(SlotValue.Period period) {
        return words(period.from().map(Dates::of), period.to().map(Dates::of));
    }

    /** A stretch of time to the month. */
    public static String month(SlotValue.Period period) {
        return words(period.from().map(Dates::month), period.to().map(Dates::month));
    }

    private static String words(Optional<String> from, Optional<String> to) {
        if (from.isEmpty()) {
            return "until " + to.orElse("?");
        }
        if (to.isEmpty()) {
            return "since " + from.get();
        }
        return from.equals(to) ? from.get() : from.get() + " to " + to.get();
    }
}
