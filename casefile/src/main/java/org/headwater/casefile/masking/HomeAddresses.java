package org.headwater.casefile.masking;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.casefile.masking.Detail.Kind;
import org.headwater.casefile.masking.Detail.Sign;
import org.headwater.codebook.gazetteer.Gazetteer;

/**
 * Where a person lives: a street, with its postcode, close behind words such as "lives at" or "her home". The address of an
 * office, a station or a shop is what an investigation is about and stays.
 */
final class HomeAddresses {
    private static final String HOME = " (?:[\\p{L}-]+ ){0,2}(?:home|house|flat|apartment|residence)";
    private static final String CASA =
            " (?:casa|piso|apartamento|vivienda|dirección|hogar|morada|endereço|appartamento|indirizzo"
                    + "|abitazione|domicilio)";
    private static final String HAUS = " (?:haus|adresse|zuhause|wohnung)";
    private static final String MAISON = " (?:adresse|appartement|maison|logement|domicile)";
    private static final String HUIS = " (?:huis|woning|adres|appartement)";

    private static final Cues CUES = Cues.of(
            "s" + HOME,
            "his" + HOME,
            "her" + HOME,
            "their" + HOME,
            "my" + HOME,
            "your" + HOME,
            "our" + HOME,
            "family" + HOME,
            "parents" + HOME,
            "his (?:[\\p{L}-]+ )?address",
            "her (?:[\\p{L}-]+ )?address",
            "my (?:[\\p{L}-]+ )?address",
            "your (?:[\\p{L}-]+ )?address",
            "home address(?:es)?",
            "private address(?:es)?",
            "residential address(?:es)?",
            "live[sd]?",
            "living",
            "resid(?:es?|ed|ing)",
            "residents? (?:of|at)",
            "stay(?:s|ed|ing) (?:at|in)",
            "domiciled",
            "woont",
            "wonen",
            "woonde",
            "woonachtig",
            "huisadres",
            "woonadres",
            "zijn" + HUIS,
            "haar" + HUIS,
            "hun" + HUIS,
            "wohn(?:t|en|te|haft|adresse|ung)",
            "gewohnt",
            "lebte?",
            "privatadresse",
            "anschrift",
            "sein(?:e[mnrs]?)?" + HAUS,
            "ihr(?:e[mnrs]?)?" + HAUS,
            "habit(?:e|ent|ait|aient|ant)",
            "résid(?:e|ent|ait|ant)",
            "demeurant",
            "domicili?é?\\p{L}*",
            "vit",
            "vivait",
            "chez (?:lui|elle|eux)",
            "son" + MAISON,
            "sa" + MAISON,
            "leur" + MAISON,
            "viv(?:e|en|o|ía|ían|ió|iendo|eva|ono|evano|endo)",
            "residía",
            "residen",
            "residente",
            "residenti",
            "residiva",
            "sus?" + CASA,
            "mi" + CASA,
            "mor(?:a|am|ava) (?:na|no|em)",
            "sua" + CASA,
            "suo" + CASA,
            "seu" + CASA,
            "abit(?:a|ano|ava|ante)",
            "residenza",
            "mieszka\\p{L}*",
            "zamieszkał\\p{L}*",
            "проживает",
            "проживающ\\p{L}+",
            "живет",
            "живёт");

    /** Words between the cue and the street that say that the street is something else's. */
    private static final Pattern ELSE =
            Pattern.compile("(?iu)(?<!\\p{L})(?:offices?|stations?|headquarter\\p{L}*|embassy|consulate|association"
                    + "|company|restaurant|ristorante|police|centre|center|service|shop|building|while|whose|which|where|visited|went"
                    + "|oficinas?|comisarías?|sede|embajada|consulado|asociación|empresa|restaurante|policía|tienda|mientras|donde|dij(?:o|eron)"
                    + "|bureau|commissariats?|siège|ambassade|consulat|magasin|poste|dont|où|pendant"
                    + "|büro|botschaft|konsulat|verein|laden|polizei\\p{L}*|wache|revier|während|wo|sagten?"
                    + "|ufficio|stazione|ambasciata|consolato|associazione|questura|polizia|negozio|mentre|dove"
                    + "|escritório|embaixada|associação|polícia|loja|enquanto|onde"
                    + "|kantoor|politie\\p{L}*|vereniging|winkel|terwijl|waar)(?!\\p{L})");

    private static final Pattern CHINESE = Pattern.compile("(?:住在|家住|住址|家庭地址|(?:[他她]|本人|其)的?(?:家庭|家里)?地址|现住|居住[在于地]|住于"
            + "|户籍地址?|住所|[他她]的?(?:家|住处)[在位于]{1,2})[是为：:，, ]{0,2}(" + Streets.CHINESE + ")");

    /** Between the words and a street by its name alone: small words, and perhaps a town. */
    private static final Pattern SMALL_WORDS = Pattern.compile(
            "[\\s,:(]{0,3}(?:\\p{Ll}{1,4}[\\s,:]{1,2}){0,3}(?:\\p{Lu}[\\p{L}-]+[,\\s]{1,2}(?:\\p{Ll}{1,4} ){0,2})?");

    private static final int GAP = 60;
    private static final int REACH = 170;
    private static final int POSTCODE_REACH = 60;

    private HomeAddresses() {}

    static void find(String text, List<Detail> found) {
        CUES.find(text, from -> {
            boolean street = street(text, from, Streets.WITH_NUMBER, HomeAddresses::isClose, found)
                    || street(text, from, Streets.WITHOUT_NUMBER, SMALL_WORDS.asMatchPredicate(), found);
            if (!street) {
                Matcher alone = from(text, from, Streets.POSTCODE_ALONE, POSTCODE_REACH);
                if (alone.lookingAt()) {
                    int group = alone.group(1) == null ? 2 : 1;
                    add(alone.start(group), alone.end(group), found);
                }
            }
        });
        if (Han.in(text)) {
            Matcher chinese = CHINESE.matcher(Gazetteer.simplified(text));
            while (chinese.find()) {
                add(chinese.start(1), chinese.end(1), found);
            }
        }
    }

    /** Whether a street of this form stands close behind; its postcode, before or behind it, goes with it. */
    private static boolean street(String text, int from, Pattern form, Predicate<String> between, List<Detail> found) {
        Matcher street = from(text, from, form, REACH);
        if (!street.find() || !between.test(text.substring(from, street.start()))) {
            return false;
        }
        Matcher before = Streets.POSTCODE_BEFORE.matcher(text).region(from, street.start());
        if (before.find()) {
            add(before.start(), before.end(), found);
        }
        Matcher behind = from(text, street.end(), Streets.POSTCODE_BEHIND, POSTCODE_REACH);
        add(street.start(), behind.lookingAt() ? behind.end() : street.end(), found);
        return true;
    }

    private static Matcher from(String text, int from, Pattern pattern, int reach) {
        return pattern.matcher(text)
                .region(from, Math.min(text.length(), from + reach))
                .useTransparentBounds(true);
    }

    private static void add(int begin, int end, List<Detail> found) {
        found.add(new Detail(Kind.HOME, begin, end, Sign.WORDS));
    }

    private static boolean isClose(String between) {
        return between.length() <= GAP
                && between.chars().noneMatch(c -> c == ';' || c == '!' || c == '?')
                && !between.contains(". ")
                && !between.contains("\n\n")
                && !ELSE.matcher(between).find();
    }
}
