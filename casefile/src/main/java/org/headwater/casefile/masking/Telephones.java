package org.headwater.casefile.masking;

import java.util.List;
import java.util.regex.Pattern;
import org.headwater.casefile.masking.Detail.Kind;
import org.headwater.casefile.masking.Detail.Sign;

/**
 * Telephone numbers: in international form, in forms of national plans that figures and dates do not have, and any run of
 * digits behind words such as "phone". Lengths are those of ITU-T E.164.
 */
final class Telephones {
    private static final String GAP = "[\\d ()/.\\u00a0\\u2011-]";

    private static final Pattern INTERNATIONAL =
            Pattern.compile("(?<![\\p{Alnum}.,:/+-])(?:\\+|00)[1-9]" + GAP + "{5,20}\\d(?![\\p{Alnum}]|,\\d)");

    private static final List<Pattern> NATIONAL = List.of(
            // (020) 555 0100, (415) 555-0100
            Pattern.compile(
                    "(?<![\\p{Alnum}.,])\\((?:0\\d{1,4}|\\d{3})\\) ?\\d{3,4}[ .-]?\\d{3,4}(?![\\p{Alnum}]|[.,]\\d)"),
            // 415-555-0100
            Pattern.compile("(?<![\\p{Alnum}.,/-])\\d{3}([-.])\\d{3}\\1\\d{4}(?![\\p{Alnum}]|[.,/-]\\d)"),
            // 020 7946 0958, 06-12345678, 0591-2345678
            Pattern.compile(
                    "(?<![\\p{Alnum}.,:/+-])0[1-9]\\d{0,3}[ /.-]\\d[\\d -]{4,10}\\d(?![\\p{Alnum}]|[.,:/-]\\d)"),
            // Mobiles in China
            Pattern.compile("(?<![\\dA-Za-z.,+-])1[3-9]\\d([ -]?)\\d{4}\\1\\d{4}(?![\\dA-Za-z]|[.,-]\\d)"));

    private static final String NUMBER = "(\\(?\\+?\\d" + GAP + "{5,20}\\d)(?![\\p{Alnum}]|[.,]\\d)";
    private static final String LINK =
            "[^\\p{L}\\d\\n]{0,6}(?:(?:number|no\\.?|nr\\.?|is|was|on|at|by|under|him|her|them|me|us"
                    + "|es|era|del?|con|el|al|ist|war|lautet|von|unter|sie|ihn|est|était|de|du|le|au|è|il|di|é|jest|van|op"
                    + "|numéro|número|numero|nummer|номер|号码?|號碼?|为|是)[^\\p{L}\\d\\n]{0,4}){0,4}";

    private static final Pattern BY_NOUN = Pattern.compile(
            "(?iu)(?:\\b(?:tel|tél|tele?phone|telefo+n(?:nummer)?|telefonu|teléfono|telefono|telefone|téléphone|phone|mobile|cell"
                    + "|cellphone|fax|whatsapp|viber|wechat|móvil|celular|cellulare|telemóvel|tfno|tlf|handy(?:nummer)?"
                    + "|mobil(?:nummer|telefon|funknummer)?|rufnummer|portable|hotline|телефон\\p{L}{0,2}|тел)(?![\\p{L}])\\.?"
                    + "|电话|電話|手机|手機|座机|微信)"
                    + LINK + NUMBER);
    private static final Pattern BY_VERB = Pattern.compile(
            "(?iu)(?:\\b(?:call|called|calling|dial|dialled|dialed|text|texted|rang|ring|sms|signal|reach(?:ed|able) (?:at|on|by|under)"
                    + "|contact(?:ed)? (?:at|on)|ll[aá]m\\p{L}{1,8}|appel\\p{L}{1,5}|joignable|joindre|erreichbar|erreichen|anrufen|rufen"
                    + "|chiam\\p{L}{1,6}|ligar|ligue|bellen|bel|bereikbaar)\\b|拨打|致电|拨通)" + LINK + NUMBER);

    /** One calls so many people, but at a number. */
    private static final Pattern AT = Pattern.compile("(?iu)\\b(?:at|under|al|au|unter)\\b");

    private static final Pattern DATE = Pattern.compile(
            "^(?:(?:19|20)\\d\\d[-/. ]\\d{1,2}[-/. ]\\d{1,2}|\\d{1,2}[-/. ]\\d{1,2}[-/. ](?:19|20)\\d\\d"
                    + "|(?:19|20)\\d\\d ?[-/] ?(?:19|20)\\d\\d)(?!\\d).*");
    private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(?:[ .\\u00a0]\\d{3}){1,4}");

    private Telephones() {}

    static void find(DenseDigits text, List<Detail> found) {
        text.matches(INTERNATIONAL, match -> keep(match.group(), match.start(), /* digitsMin= */ 8, Sign.FORM, found));
        for (Pattern national : NATIONAL) {
            text.matches(national, match -> keep(match.group(), match.start(), /* digitsMin= */ 9, Sign.FORM, found));
        }
        text.matches(BY_NOUN, match -> keep(match.group(1), match.start(1), /* digitsMin= */ 7, Sign.WORDS, found));
        text.matches(BY_VERB, match -> {
            boolean at = AT.matcher(match.group()).find();
            if (at || !THOUSANDS.matcher(match.group(1)).matches()) {
                keep(match.group(1), match.start(1), /* digitsMin= */ 7, Sign.WORDS, found);
            }
        });
    }

    private static void keep(String number, int begin, int digitsMin, Sign sign, List<Detail> found) {
        int digits = PersonalDetails.digits(number);
        if (digits >= digitsMin && digits <= 17 && !DATE.matcher(number).matches()) {
            found.add(new Detail(Kind.TELEPHONE, begin, begin + number.length(), sign));
        }
    }
}
