package org.headwater.web.page;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/** Moments and months in words of the reader's language; moments in universal time. */
public final class Moments {
    private Moments() {}

    /** Day and minute, marked as universal time; in English with the day first, as other dates are. */
    public static String of(Instant moment, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale.getLanguage().equals("en") ? Locale.UK : locale)
                        .format(moment.atOffset(ZoneOffset.UTC))
                + " UTC";
    }

    /** A month as {@code YYYY-MM}, in words; a year alone as it is. */
    public static String month(String month, Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return ofPattern(month, chinese ? "y年M月" : "LLLL y", locale).orElse(month);
    }

    /** The short name of a month as {@code YYYY-MM}, without its year; empty for a year alone. */
    public static String monthOfYear(String month, Locale locale) {
        return ofPattern(month, "LLL", locale).orElse("");
    }

    private static Optional<String> ofPattern(String month, String pattern, Locale locale) {
        return month.length() == "YYYY-MM".length()
                ? Optional.of(YearMonth.parse(month).format(DateTimeFormatter.ofPattern(pattern, locale)))
                : Optional.empty();
    }
}
