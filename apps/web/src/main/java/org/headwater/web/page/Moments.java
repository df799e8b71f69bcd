package org.headwater.web.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Moments in words of the reader's language, in universal time. */
public final class Moments {
    private Moments() {}

    /** Day and minute, marked as universal time; in English with the day first, as other dates are. */
    public static String of(Instant moment, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale.getLanguage().equals("en") ? Locale.UK : locale)
                        .format(moment.atOffset(ZoneOffset.UTC))
                + " UTC";
    }
}
