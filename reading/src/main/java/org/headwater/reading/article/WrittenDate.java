package org.headwater.reading.article;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.headwater.model.PartialDate;

/**
 * A full date as newspapers write it, in one of a dozen languages: "12 December 2022", "Dec. 5, 2022", "5. Dezember
 * 2022", "2022-12-05", "2022年12月5日". A date whose day and month could be swapped ("05/12/2022") is not taken for either.
 *
 * @param date the date
 * @param begin where it begins in the line
 * @param end where it ends in the line
 */
record WrittenDate(PartialDate date, int begin, int end) {
    private static final String MONTHS = """
            january jan januari janvier janv januar jänner enero ene gennaio gen janeiro leden ledna stycznia stycznia januára ocak
            february feb februari février févr fév februar febrero febbraio fevereiro fev únor února lutego februára şubat
            march mar maart mars märz mrz marzo março marec maret březen března marca mart
            april apr avril avr abril abr aprile duben dubna kwietnia apríla nisan
            may mei mai mayo maggio mag maio květen května maja mája mayıs maj
            june jun juni juin junio giugno giu junho červen června czerwca júna haziran
            july jul juli juillet juil julio luglio lug julho červenec července lipca júla temmuz
            august aug augustus août agosto ago agustus srpen srpna sierpnia augusta ağustos augusti
            september sept sep septembre septiembre settembre set setembro září września septembra eylül
            october oct oktober okt octobre octubre ottobre ott outubro říjen října października októbra ekim
            november nov novembre noviembre novembro listopad listopadu listopada novembra kasım
            december dec desember dezember dez décembre déc diciembre dic dicembre dezembro prosinec prosince grudnia decembra aralık
            """;
    private static final Map<String, Integer> MONTH_OF = monthOf();
    private static final String MONTH = MONTH_OF.keySet().stream()
            .sorted((a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b))
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<month>", ")"));
    private static final String DAY = "(?<day>\\d{1,2})";
    private static final String YEAR = "(?<year>(?:19|20)\\d{2})(?!\\d)";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final List<Pattern> FORMS = List.of(
            form("(?<!\\d)" + YEAR + "([-/.])(?<month>\\d{1,2})\\2" + DAY + "(?!\\d)"),
            form("(?<!\\d)" + YEAR + "\\s?[年년]\\s?(?<month>\\d{1,2})\\s?[月월]\\s?" + DAY + "\\s?[日일号號]?"),
            form("(?<![\\d.])" + DAY + "(?:st|nd|rd|th|er|º|°|\\.)?[ \u00a0](?:de |of |d’|d')?" + MONTH
                    + "\\.?,?[ \u00a0](?:de |del )?" + YEAR),
            form("(?<!\\p{L})" + MONTH + "\\.?[ \u00a0]" + DAY + "(?:st|nd|rd|th)?,?[ \u00a0]" + YEAR),
            form("(?<!\\d)" + DAY + "-" + MONTH + "-" + YEAR),
            form("(?<![\\d.])" + DAY + "\\.[ \u00a0]?(?<month>\\d{1,2})\\.[ \u00a0]?" + YEAR),
            form("(?<!\\d)(?<first>\\d{1,2})/(?<second>\\d{1,2})/" + YEAR));

    /** The first full date in a line. */
    static Optional<WrittenDate> in(String line) {
        WrittenDate first = null;
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(line);
            while (matcher.find()) {
                Optional<PartialDate> date = date(matcher);
                if (date.isPresent() && (first == null || matcher.start() < first.begin)) {
                    first = new WrittenDate(date.get(), matcher.start(), matcher.end());
                }
            }
        }
        return Optional.ofNullable(first);
    }

    private static Optional<PartialDate> date(Matcher matcher) {
        int year = Integer.parseInt(matcher.group("year"));
        String form = matcher.pattern().pattern();
        if (form.contains("<first>")) {
            int first = Integer.parseInt(matcher.group("first"));
            int second = Integer.parseInt(matcher.group("second"));
            if (first > 12) {
                return of(year, second, first);
            }
            return second > 12 || first == second ? of(year, first, second) : Optional.empty();
        }
        String month = matcher.group("month");
        int number = Character.isDigit(month.charAt(0))
                ? Integer.parseInt(month)
                : MONTH_OF.getOrDefault(month.toLowerCase(Locale.ROOT), 0);
        return of(year, number, Integer.parseInt(matcher.group("day")));
    }

    private static Optional<PartialDate> of(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartialDate(year, month, day));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Pattern form(String regex) {
        return Pattern.compile(regex, FLAGS);
    }

    private static Map<String, Integer> monthOf() {
        Map<String, Integer> months = new HashMap<>();
        List<String> lines = MONTHS.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (String name : lines.get(i).split(" ", -1)) {
                months.putIfAbsent(name, i + 1);
            }
        }
        return months;
    }
}
