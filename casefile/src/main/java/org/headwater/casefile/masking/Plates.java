package org.headwater.casefile.masking;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.casefile.masking.Detail.Kind;
import org.headwater.casefile.masking.Detail.Sign;

/** Plates of cars: Chinese ones by their form, others by words such as "number plate" or "registered as" before them. */
final class Plates {
    private static final Pattern CHINESE = Pattern.compile(
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?(?=[A-HJ-NP-Z]{0,5}\\d)[A-HJ-NP-Z0-9]{5,6}"
                    + "(?![A-Za-z0-9])");

    private static final Pattern CUE = Pattern.compile(
            "(?iu)\\b(?:(?:license|licence|number|registration|car|vehicle)[ -]plates?|plates?|registration (?:number|mark)"
                    + "|registered as|kenteken|nummerplaat|kennzeichen|nummernschild|matr[ií]cula|immatriculation|targa"
                    + "|rejestracyjn\\p{L}+|госномер\\p{L}*)\\b|车牌|車牌|牌照");
    private static final Pattern PLATE =
            Pattern.compile("(?<![\\p{L}\\p{N}-])(?=[A-Z0-9 ·-]{0,8}\\d)(?=[\\d ·-]{0,6}[A-Z])"
                    + "[A-Z0-9]{1,4}(?:[ ·-]?[A-Z0-9]{1,4}){1,2}(?![\\p{L}\\p{N}]|[.,]\\d)");
    /** A text without any of these has none of the words; telling that is far quicker than looking for the words. */
    private static final List<String> STEMS = List.of(
            "late",
            "LATE",
            "egist",
            "EGIST",
            "enteken",
            "ummer",
            "ennzeichen",
            "atr",
            "targa",
            "rejestr",
            "госномер",
            "牌");

    private static final int REACH = 50;

    private Plates() {}

    static void find(String text, List<Detail> found) {
        PersonalDetails.add(CHINESE, text, Kind.PLATE, Sign.FORM, found);
        if (STEMS.stream().noneMatch(text::contains)) {
            return;
        }
        Matcher cue = CUE.matcher(text);
        Matcher plate = PLATE.matcher(text);
        while (cue.find()) {
            int end = Math.min(text.length(), cue.end() + REACH);
            plate.region(cue.end(), end).useTransparentBounds(true);
            while (plate.find()) {
                int length = (int)
                        plate.group().chars().filter(Character::isLetterOrDigit).count();
                if (length >= 5 && length <= 9) {
                    found.add(new Detail(Kind.PLATE, plate.start(), plate.end(), Sign.WORDS));
                    break;
                }
            }
        }
    }
}
