package org.headwater.casefile.masking;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.casefile.masking.Detail.Kind;
import org.headwater.casefile.masking.Detail.Sign;

/**
 * Where a person lives: a street with a number, close behind words such as "lives at" or "her home". The address of an
 * office, a station or a shop is what an investigation is about and stays.
 */
final class HomeAddresses {
    private static final Pattern CUE =
            Pattern.compile("(?iu)(?:['’]s (?:[\\p{L}-]+ ){0,2}(?:home|house|flat|apartment|residence)|(?<!\\p{L})(?:"
                    + "liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|residents? (?:of|at)|stay(?:s|ed|ing) (?:at|in)|domiciled"
                    + "|(?:home|private|residential) address(?:es)?"
                    + "|(?:his|her|their|my|your|our|family|parents['’]?) (?:[\\p{L}-]+ ){0,2}(?:home|house|flat|apartment|residence)"
                    + "|(?:his|her|my|your) (?:[\\p{L}-]+ )?address"
                    + "|woont|woonde|woonachtig|huisadres|woonadres|wohnt|wohnte|wohnhaft|privatadresse|habite|habitait|domicile|domicilié\\p{L}*"
                    + "|vive en|vivía en|reside en|domicilio|domiciliad\\p{L}+|mora (?:na|no|em)|abita|residenza|mieszka\\p{L}*|zamieszkał\\p{L}*"
                    + "|проживает|проживающ\\p{L}+|живет|живёт))(?!\\p{L})");

    /** Words between the cue and the street that say that the street is something else's. */
    private static final Pattern ELSE = Pattern.compile(
            "(?iu)\\b(?:office|station|headquarter\\p{L}*|embassy|consulate|association|company|restaurant|police|centre|center"
                    + "|service|shop|building|while|whose|which|where|visited|went)\\b");

    private static final String CAPITALISED = "\\p{Lu}[\\p{L}'’.-]{0,30}+";
    private static final String UNIT = "(?:(?:Flat|Apartment|Apt\\.?|Unit|Suite|Floor|No\\.?|Nr\\.?|#) ?\\w{1,5},? )?";
    private static final String AFTER = "(?:,? (?:Flat|Apartment|Apt\\.?|Unit|Suite|Floor|#) ?\\w{1,5})?"
            + "(?:,? (?:\\d{4} ?[A-Z]{2}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|\\d{5}(?:-\\d{4})?)(?![\\p{L}\\p{N}]))?";

    private static final Pattern STREET = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
            // 12 Rose Street
            + UNIT + "\\d{1,5}[A-Za-z]?(?:[/-]\\d{1,4})?,? (?:" + CAPITALISED + " ){1,4}"
            + "(?:Street|Road|Avenue|Lane|Drive|Court|Boulevard|Way|Place|Square|Terrace|Close|Crescent|Gardens?|Row|Walk"
            + "|Grove|Hill|Mews|Park|Parade|Highway|(?:St|Rd|Ave|Ln|Dr|Ct|Blvd|Pl|Sq)(?:\\.|(?!\\p{L})))(?!\\p{L})"
            + AFTER
            // Lange Rozenstraat 12b
            + "|(?:" + CAPITALISED
            + " ){0,3}\\p{L}{2,30}(?:straat|laan|weg|plein|kade|gracht|singel|dijk|steeg|strasse|straße|str\\."
            + "|gasse|allee|platz|damm|ufer|gatan|gata|vägen|veien|gade|vej|katu) \\d{1,4}(?: ?[a-zA-Z](?!\\p{L}))?"
            + AFTER
            // Calle de las Rosas, 12
            + "|(?:Calle|C/|Avenida|Avda\\.|Plaza|Paseo|Carrer|Rua|Via|Viale|Piazza|Corso|Ulica|ulica|ul\\.|Strada|Улица|улица|ул\\.)"
            + " (?:[\\p{L}.'’-]{1,30}+ ?){1,5},? ?(?:n[º°o]\\.? ?|nr\\.? ?|д\\. ?|No\\.? ?)?\\d{1,4}" + AFTER
            // 12 bis, rue des Roses
            + "|\\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|impasse|chemin|quai|allée|cours|square)"
            + "(?: (?:de|du|des|la|le|les|à)){0,3} (?:[ld]['’])?[\\p{L}'’-]{1,30}+(?: \\p{Lu}[\\p{L}'’-]{0,30}+){0,3}"
            + AFTER + ")");

    private static final Pattern CHINESE = Pattern.compile("(?:住在|家住|住址|家庭地址|现住|居住[在于地]|住于|户籍地址?|住所)[是为：:，, ]{0,2}"
            + "([\\p{IsHan}\\d]{0,24}?(?:路|街|道|巷|弄|胡同|村|里|小区|新村|花园)[\\p{IsHan}]{0,6}\\d{1,5}"
            + "(?:号|號|弄|栋|幢|组|楼)?(?:[\\p{IsHan}]{0,4}\\d{1,4}(?:号|號|栋|幢|单元|楼|层|室)){0,4})");

    private static final int GAP = 50;
    private static final int REACH = 160;

    private HomeAddresses() {}

    static void find(String text, List<Detail> found) {
        Matcher cue = CUE.matcher(text);
        Matcher street = STREET.matcher(text);
        while (cue.find()) {
            street.region(cue.end(), Math.min(text.length(), cue.end() + REACH)).useTransparentBounds(true);
            if (street.find() && isClose(text.substring(cue.end(), street.start()))) {
                found.add(new Detail(Kind.HOME, street.start(), street.end(), Sign.WORDS));
            }
        }
        Matcher chinese = CHINESE.matcher(text);
        while (chinese.find()) {
            found.add(new Detail(Kind.HOME, chinese.start(1), chinese.end(1), Sign.WORDS));
        }
    }

    private static boolean isClose(String between) {
        return between.length() <= GAP
                && between.chars().noneMatch(c -> c == ';' || c == '!' || c == '?')
                && !between.contains(". ")
                && !between.contains("\n\n")
                && !ELSE.matcher(between).find();
    }
}
