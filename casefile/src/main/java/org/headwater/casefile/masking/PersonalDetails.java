package org.headwater.casefile.masking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.casefile.masking.Detail.Kind;
import org.headwater.casefile.masking.Detail.Sign;
import org.headwater.statements.marks.BirthDates;

/**
 * Finds personal details in text of any language. Figures are what these texts are about, so a number counts as personal
 * only by a form that figures do not have (a check digit, an international prefix) or by words beside it ("passport no.",
 * "lives at"). What has neither is missed: this lowers the harm a page can do, it does not make a page safe by itself.
 *
 * <p>Stateless, safe for use by several threads; time grows with the length of the text.
 */
public final class PersonalDetails {
    /** Chinese and Japanese text stands directly before an address. */
    private static final String LOCAL =
            "[\\p{L}\\p{N}._%+\\-&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]]";

    private static final Pattern EMAIL = Pattern.compile(
            "(?<!" + LOCAL + ")" + LOCAL + "{1,64}+(?:@|\\s?[\\[(](?:at|AT|@)[\\])]\\s?)"
                    + "(?:[\\p{L}\\p{N}-]{1,63}+(?:\\.|\\s?[\\[(](?:dot|DOT|\\.)[\\])]\\s?)){1,6}[\\p{L}\\p{N}-]{2,63}");

    private PersonalDetails() {}

    /** Every detail of a text, in its order; none overlaps another. */
    public static List<Detail> in(String original) {
        String text = JoinedLines.of(original);
        List<Detail> found = new ArrayList<>();
        if (text.indexOf('@') >= 0
                || text.indexOf("at]") >= 0
                || text.indexOf("at)") >= 0
                || text.indexOf("AT]") >= 0) {
            add(EMAIL, text, Kind.EMAIL, Sign.FORM, found);
        }
        HomeAddresses.find(text, found);
        if (hasDigit(text)) {
            BirthDates.in(text)
                    .forEach(born -> found.add(new Detail(Kind.BIRTH, born.begin(), born.end(), Sign.WORDS)));
            Plates.find(text, found);
            DenseDigits dense = DenseDigits.of(text);
            PaperNumbers.find(dense, found);
            Telephones.find(dense, found);
        }
        return withoutOverlaps(found);
    }

    static void add(Pattern pattern, String text, Kind kind, Sign sign, List<Detail> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new Detail(kind, matcher.start(), matcher.end(), sign));
        }
    }

    /** Number of ASCII digits in a stretch. */
    static int digits(CharSequence text) {
        return (int) text.chars().filter(c -> c >= '0' && c <= '9').count();
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    /** Of two that overlap the one that begins first stays, and of two that begin together the longer. */
    private static List<Detail> withoutOverlaps(List<Detail> found) {
        found.sort(Comparator.comparingInt(Detail::begin).thenComparingInt(detail -> -detail.end()));
        List<Detail> kept = new ArrayList<>();
        int end = 0;
        for (Detail detail : found) {
            if (detail.begin() >= end) {
                kept.add(detail);
                end = detail.end();
            } else if (detail.end() > end) {
                kept.add(new Detail(detail.kind(), end, detail.end(), detail.sign()));
                end = detail.end();
            }
        }
        return List.copyOf(kept);
    }
}
