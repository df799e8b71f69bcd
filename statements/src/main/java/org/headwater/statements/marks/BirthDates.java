package org.headwater.statements.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.Span;

/**
 * Finds the days on which persons were born: "born 3 May 1984", "nacida el 3 de mayo de 1984", "1984年5月3日出生". They are the
 * dates of nothing else, and whoever shows a text masks them.
 *
 * <p>Stateless, safe for use by several threads.
 */
public final class BirthDates {
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String MONTH =
            "(?:jan|ene|gen|sty|янв|feb|fev|fév|lut|фев|mar|mär|mrt|maa|мар|apr|abr|avr|kwi|апр|may|mai|mei"
                    + "|maj|mag|мая|май|jun|jui|giu|czer|июн|jul|lug|lip|июл|aug|ago|aoû|aou|sie|авг|sep|set|wrz|сен|oct|okt|ott|out"
                    + "|paź|окт|nov|lis|ноя|dec|dic|dez|déc|gru|дек)\\p{L}{0,9}\\.?";
    private static final String OF = "(?:of |del? |d['’])?";
    private static final String DATE = "(?:\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?,? " + OF + MONTH + ",? " + OF + YEAR
            + "|" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?,? " + YEAR
            + "|\\d{1,2}[-/.] ?\\d{1,2}[-/.] ?" + YEAR
            + "|" + YEAR + "[-/.]\\d{1,2}[-/.]\\d{1,2}"
            + "|" + YEAR + " ?年 ?\\d{1,2} ?月(?: ?\\d{1,2} ?日)?"
            + "|" + MONTH + " " + OF + YEAR + ")(?!\\d)";

    private static final String BORN =
            "(?:(?<!\\p{L})(?:born|birth ?dates?|dates? of birth|birthday|d\\.?o\\.?b\\.?|nacid[oa]s?|naci[óo]|nacimiento"
                    + "|nascid[oa]s?|nasceu|nascimento|nascita|geboren|geb\\.|geburtsdatum|geburtstag|geboortedatum|naissance|anniversaire"
                    + "|urodzon\\p{L}+|рожд[её]н\\p{L}*|родил\\p{L}+)(?!\\p{L})"
                    // "Nato" in capitals is none.
                    + "|(?-i:\\bnat[oaie]) (?=il|a |in|nel)|\\bn[ée]+(?:\\(e\\))?s? (?=le |à |en |au )|\\(b\\.|出生(?:日期|年月|于)?|生于|生日)";

    private static final Pattern BEHIND =
            Pattern.compile("(?iu)" + BORN + "[^.;!?\\d\\n]{0,45}?(?<![\\p{L}\\d])(" + DATE + ")");
    private static final Pattern BEHIND_HAN =
            Pattern.compile("(?:出生(?:日期|年月)?|生于|生日)[^。；！？\\d\\n]{0,20}?(" + DATE + ")");
    private static final Pattern BEFORE =
            Pattern.compile("(" + YEAR + " ?年 ?\\d{1,2} ?月(?: ?\\d{1,2} ?日)?)(?:出生|生(?![效产活前态意长]))");

    private static final Pattern ANY_YEAR = Pattern.compile("(?<!\\d)" + YEAR + "(?!\\d)");
    private static final int REACH_BEFORE = 90;
    private static final int REACH_BEHIND = 20;

    /** What each way of saying it has; telling that a stretch has none is far quicker than looking for them. */
    private static final List<String> STEMS = List.of(
            "orn", "irth", "ob", "o.b", "aci", "asc", "ebor", "eb.", "ebur", "eboo", "aiss", "anniv", "nat", "né",
            "nee", "ne(", "nes ", "ne l", "ne à", "ne en", "ne au", "rodzon", "рожд", "родил", "(b.", "生");

    private BirthDates() {}

    /** Where they stand, in order. */
    public static List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        Matcher year = ANY_YEAR.matcher(text);
        while (year.find()) {
            int begin =
                    Math.max(found.isEmpty() ? 0 : found.get(found.size() - 1).end(), year.start() - REACH_BEFORE);
            int end = Math.min(text.length(), year.end() + REACH_BEHIND);
            if (begin <= year.start() && hasStem(text.substring(begin, end))) {
                around(text, begin, end, found);
            }
        }
        return List.copyOf(found);
    }

    private static boolean hasStem(String stretch) {
        String small = stretch.toLowerCase(Locale.ROOT);
        return STEMS.stream().anyMatch(small::contains);
    }

    private static void around(String text, int begin, int end, List<Span> found) {
        for (Pattern pattern : List.of(BEHIND, BEHIND_HAN, BEFORE)) {
            Matcher matcher = pattern.matcher(text).region(begin, end).useTransparentBounds(true);
            if (matcher.find()) {
                found.add(new Span(matcher.start(1), matcher.end(1)));
                return;
            }
        }
    }
}
