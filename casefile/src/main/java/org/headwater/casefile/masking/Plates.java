package org.headwater.casefile.masking;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.casefile.masking.Detail.Kind;
import org.headwater.casefile.masking.Detail.Sign;

/**
 * Plates of cars: Chinese ones by their form, others by words such as "number plate" or "registered as" before them, or
 * right behind the car itself: "her car, AB12 CDE".
 */
final class Plates {
    private static final Pattern CHINESE = Pattern.compile(
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?(?=[A-HJ-NP-Z]{0,5}\\d)[A-HJ-NP-Z0-9]{5,6}"
                    + "(?![A-Za-z0-9])");

    private static final Cues CUES = Cues.of(
            "license[ -]plates?",
            "licence[ -]plates?",
            "number[ -]plates?",
            "registration[ -]plates?",
            "car[ -]plates?",
            "vehicle[ -]plates?",
            "plates?",
            "registration (?:number|mark)",
            "registered as",
            "kenteken",
            "nummerplaat",
            "kennzeichen",
            "nummernschild",
            "matr[ií]cula",
            "immatriculation",
            "plaque",
            "placas?",
            "targa",
            "rejestracyjn\\p{L}+",
            "госномер\\p{L}*");
    private static final Pattern CHINESE_CUE = Pattern.compile("车牌|車牌|牌照");

    /** Chinese text stands directly before and behind a plate. */
    private static final String SPACED = "[\\p{L}\\p{N}&&[^\\p{IsHan}]]";

    private static final Pattern PLATE =
            Pattern.compile("(?<!" + SPACED + "|-)(?=[A-Z0-9 ·-]{0,8}\\d)(?=[\\d ·-]{0,6}[A-Z])"
                    + "[A-Z0-9]{1,4}(?:[ ·-]?[A-Z0-9]{1,4}){1,2}(?!" + SPACED + "|[.,]\\d)");
    private static final Cues CARS = Cues.of(
            "cars?",
            "vans?",
            "vehicle",
            "motorcycle",
            "motorbike",
            "scooter",
            "truck",
            "taxi",
            "coche",
            "vehículo",
            "furgoneta",
            "moto",
            "voiture",
            "véhicule",
            "camionnette",
            "auto",
            "automobile",
            "macchina",
            "furgone",
            "wagen",
            "fahrzeug",
            "lieferwagen",
            "carro",
            "carrinha",
            "busje",
            "bestelwagen");

    /** What may stand between a car and its plate. */
    private static final Pattern BETWEEN = Pattern.compile(
            "[^\\p{L}\\p{N}\\n]{1,3}(?:(?:with|a|an|the|no\\.?|number|plates?|con|mit|avec|de)[ :]{1,2}){0,3}");

    private static final int REACH = 50;
    private static final int CAR_REACH = 30;

    private Plates() {}

    static void find(String text, List<Detail> found) {
        if (Han.in(text)) {
            PersonalDetails.add(CHINESE, text, Kind.PLATE, Sign.FORM, found);
        }
        CARS.find(text, end -> behindCar(text, end, found));
        CUES.find(text, end -> behindWord(text, end, found));
        if (Han.in(text)) {
            Matcher cue = CHINESE_CUE.matcher(text);
            while (cue.find()) {
                behindWord(text, cue.end(), found);
            }
        }
    }

    private static void behindWord(String text, int from, List<Detail> found) {
        Matcher plate = PLATE.matcher(text)
                .region(from, Math.min(text.length(), from + REACH))
                .useTransparentBounds(true);
        while (plate.find()) {
            int length = (int)
                    plate.group().chars().filter(Character::isLetterOrDigit).count();
            if (length >= 5 && length <= 9) {
                found.add(new Detail(Kind.PLATE, plate.start(), plate.end(), Sign.WORDS));
                return;
            }
        }
    }

    private static void behindCar(String text, int from, List<Detail> found) {
        Matcher plate = PLATE.matcher(text)
                .region(from, Math.min(text.length(), from + CAR_REACH))
                .useTransparentBounds(true);
        if (!plate.find()
                || !BETWEEN.matcher(text.substring(from, plate.start())).matches()) {
            return;
        }
        long digits = plate.group().chars().filter(Character::isDigit).count();
        long letters = plate.group().chars().filter(Character::isLetter).count();
        // One figure is that of a model: "BMW X5".
        if (digits >= 2 && letters >= 1 && digits + letters >= 5 && digits + letters <= 9) {
            found.add(new Detail(Kind.PLATE, plate.start(), plate.end(), Sign.WORDS));
        }
    }
}
