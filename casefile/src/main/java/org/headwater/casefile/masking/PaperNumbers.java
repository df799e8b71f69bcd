package org.headwater.casefile.masking;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.headwater.casefile.masking.Detail.Kind;
import org.headwater.casefile.masking.Detail.Sign;

/**
 * Numbers of passports and identity papers. Those with a check digit are told by it: residents of China (GB 11643-1999),
 * Hong Kong and Taiwan, Spain's DNI and NIE, France's NIR, Turkey, Sweden, India. Others count only behind words such as
 * "passport no.".
 */
final class PaperNumbers {
    private static final String ALONE = "(?<![\\p{L}\\p{N}.,+-])";
    private static final String ENDS = "(?![\\p{L}\\p{N}]|[.,-]\\d)";
    /** In Chinese text letters stand directly before a number. */
    private static final String FREE = "(?<![A-Za-z0-9.,+-])";

    private static final String HONG_KONG = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String TAIWAN = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
    private static final String SPAIN = "TRWAGMYFPDXBNJZSQVHLCKE";

    /** A form of number and the test that tells it from any other number. */
    private record Form(Pattern pattern, Predicate<String> test) {
        static Form of(String pattern, Predicate<String> test) {
            return new Form(Pattern.compile(pattern), test);
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.of(
                    FREE
                            + "[1-9]\\d{5}(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?![A-Za-z0-9])",
                    PaperNumbers::isChinese),
            Form.of(FREE + "[A-Z]{1,2}\\d{6}\\([\\dA]\\)", PaperNumbers::isHongKong),
            Form.of(FREE + "[A-Z][1289]\\d{8}(?![A-Za-z0-9])", PaperNumbers::isTaiwan),
            Form.of(ALONE + "(?:\\d{8}|[XYZ]\\d{7})-?[A-Z]" + ENDS, PaperNumbers::isSpanish),
            Form.of(
                    ALONE + "[12] ?\\d\\d ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?\\d[\\dAB] ?\\d{3} ?\\d{3} ?\\d\\d" + ENDS,
                    PaperNumbers::isFrench),
            Form.of(ALONE + "[1-9]\\d{10}" + ENDS, PaperNumbers::isTurkish),
            Form.of(
                    ALONE + "(?:19|20)?\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[-+]\\d{4}" + ENDS,
                    PaperNumbers::isSwedish),
            Form.of(ALONE + "[2-9]\\d{3} \\d{4} \\d{4}" + ENDS, PaperNumbers::isIndian),
            // United States, United Kingdom, Brazil, Italy: the form is used for nothing else.
            Form.of(ALONE + "(?!000|666|9)\\d{3}-(?!00)\\d\\d-(?!0000)\\d{4}" + ENDS, number -> true),
            Form.of(ALONE + "[A-CEGHJ-PR-TW-Z]{2} ?\\d\\d ?\\d\\d ?\\d\\d ?[A-D]" + ENDS, number -> true),
            Form.of(ALONE + "\\d{3}\\.\\d{3}\\.\\d{3}-\\d\\d" + ENDS, number -> true),
            Form.of(ALONE + "[A-Z]{6}\\d\\d[A-EHLMPRST]\\d\\d[A-Z]\\d{3}[A-Z]" + ENDS, number -> true));

    private static final String LINK =
            "[\\s:#(,.\"“'：（]{0,3}(?:(?:numbers?|no|nr|num|numéro|número|numero|nummer|nº|n°|is|was|with|of|card"
                    + "|номер|серия|№|号码?|號碼?|为|是)[\\s:#(,.\"“'：（]{1,3}|号码?[：:]?|№){0,3}";
    private static final String TOKEN = "([A-Z]{0,5}[ -]?\\d(?:[ -]?[A-Z0-9]){4,17})" + ENDS;

    private static final Pattern PASSPORT = Pattern.compile(
            "(?:(?iu)(?<!\\p{L})(?:passports?|passeport|pasaporte|passaporto|passaporte|reisepass|paspoort|paszport\\p{L}*"
                    + "|паспорт\\p{L}*)(?!\\p{L})|护照|護照)" + "(?iu:" + LINK + ")" + TOKEN);
    private static final Pattern IDENTITY = Pattern.compile(
            "(?:(?iu)(?<!\\p{L})(?:ids?|id cards?|identity (?:cards?|papers?|documents?)|identification|national id|social security"
                    + "|national insurance|resident(?:ial|s)? (?:id|permits?)|residence permits?|driv(?:er['’]?s|ing) licen[cs]es?|tax id"
                    + "|bsn|dni|nie|nif|cpf|pesel|ssn|hukou|ausweis|personalausweis|burgerservicenummer|carte d['’]identité"
                    + "|carta d['’]identità|cédula|снилс|инн)(?!\\p{L})|身份证|身份證|居民身份证|驾驶证)"
                    + "(?iu:" + LINK + ")" + TOKEN);

    private PaperNumbers() {}

    static void find(DenseDigits text, List<Detail> found) {
        for (Form form : FORMS) {
            text.matches(form.pattern(), matcher -> {
                if (form.test().test(matcher.group())) {
                    found.add(new Detail(Kind.IDENTITY, matcher.start(), matcher.end(), Sign.FORM));
                }
            });
        }
        behind(PASSPORT, Kind.PASSPORT, 5, text, found);
        behind(IDENTITY, Kind.IDENTITY, 6, text, found);
    }

    private static void behind(Pattern cue, Kind kind, int digitsMin, DenseDigits text, List<Detail> found) {
        text.matches(cue, matcher -> {
            String number = matcher.group(1);
            if (PersonalDetails.digits(number) >= digitsMin && !isFigure(number)) {
                found.add(new Detail(kind, matcher.start(1), matcher.end(1), Sign.WORDS));
            }
        });
    }

    /** Whole thousands are amounts, and so are groups of three: "of 230 000 people". */
    private static boolean isFigure(String number) {
        return number.matches("[1-9]\\d{0,2}(?: \\d{3})+") || number.matches("\\d{2,}000");
    }

    private static String bare(String number) {
        return number.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
    }

    private static boolean isChinese(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return "10X98765432".charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }

    private static boolean isHongKong(String number) {
        String bare = bare(number);
        String padded = bare.length() == 8 ? "\0" + bare : bare;
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            char c = padded.charAt(i);
            int value = c == '\0' ? 36 : c >= 'A' ? HONG_KONG.indexOf(c) + 10 : c - '0';
            sum += value * (9 - i);
        }
        char check = padded.charAt(8);
        return (sum + (check == 'A' ? 10 : check - '0')) % 11 == 0;
    }

    private static boolean isTaiwan(String number) {
        int letter = TAIWAN.indexOf(number.charAt(0)) + 10;
        int sum = letter / 10 + letter % 10 * 9;
        for (int i = 1; i < 9; i++) {
            sum += (number.charAt(i) - '0') * (9 - i);
        }
        return (sum + number.charAt(9) - '0') % 10 == 0;
    }

    private static boolean isSpanish(String number) {
        String bare = bare(number);
        String digits = switch (bare.charAt(0)) {
            case 'X' -> "0" + bare.substring(1, 8);
            case 'Y' -> "1" + bare.substring(1, 8);
            case 'Z' -> "2" + bare.substring(1, 8);
            default -> bare.substring(0, 8);
        };
        return SPAIN.charAt(Integer.parseInt(digits) % 23) == bare.charAt(8);
    }

    private static boolean isFrench(String number) {
        String bare = bare(number).replace('A', '0').replace('B', '0');
        int check = Integer.parseInt(bare.substring(13));
        boolean isCorsican = number.indexOf('A') >= 0 || number.indexOf('B') >= 0;
        return isCorsican
                || new BigInteger(bare.substring(0, 13))
                                .mod(BigInteger.valueOf(97))
                                .intValue()
                        == (97 - check) % 97;
    }

    private static boolean isTurkish(String number) {
        int[] d = number.chars().map(c -> c - '0').toArray();
        int odd = d[0] + d[2] + d[4] + d[6] + d[8];
        int even = d[1] + d[3] + d[5] + d[7];
        return Math.floorMod(odd * 7 - even, 10) == d[9] && (odd + even + d[9]) % 10 == d[10];
    }

    private static boolean isSwedish(String number) {
        String bare = bare(number);
        String ten = bare.substring(bare.length() - 10);
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int product = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    /** Verhoeff's check over the dihedral group of order ten. */
    private static boolean isIndian(String number) {
        String bare = bare(number);
        int check = 0;
        for (int i = 0; i < bare.length(); i++) {
            int digit = bare.charAt(bare.length() - 1 - i) - '0';
            for (int turn = 0; turn < i % 8; turn++) {
                digit = "1576283094".charAt(digit) - '0';
            }
            check = product(check, digit);
        }
        return check == 0;
    }

    private static int product(int a, int b) {
        if (a < 5) {
            return b < 5 ? (a + b) % 5 : 5 + (a + b) % 5;
        }
        return b < 5 ? 5 + Math.floorMod(a - b, 5) : Math.floorMod(a - b, 5);
    }
}
