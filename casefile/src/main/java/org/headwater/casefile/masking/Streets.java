package org.headwater.casefile.masking;

import java.util.regex.Pattern;

/**
 * What streets and postcodes look like, in letters. Whether one is where a person lives is told by what stands before it:
 * {@link HomeAddresses}.
 */
final class Streets {
    private static final String CAPITALISED = "\\p{Lu}[\\p{L}'’.-]{0,30}+";
    /** Small words inside names of streets. */
    private static final String SMALL =
            "(?:(?:de|del|la|las|los|el|da|do|das|dos|di|della|dei|degli|delle|du|des|le|les|à|aux|der|den|van|von|y|e|et|und|en) )";

    /** Not a year. */
    private static final String NUMBER =
            "(?!(?:1[89]|20)\\d\\d(?!\\d))\\d{1,4}(?:[/-]\\d{1,4})?(?: ?[a-zA-Z](?!\\p{L}))?";

    private static final String UNIT = "(?:(?:Flat|Apartment|Apt\\.?|Unit|Suite|Floor|No\\.?|Nr\\.?|#) ?\\w{1,5},? )?";
    private static final String ROOM =
            "(?:,? (?:Flat|Apartment|Apt\\.?|Unit|Suite|Floor|Wohnung|piso|planta|appartement|interno"
                    + "|int\\.|scala|кв\\.|m\\.|#) ?\\w{1,5})?";

    private static final String ENGLISH_KIND =
            "(?:Street|Road|Avenue|Lane|Drive|Court|Boulevard|Way|Place|Square|Terrace|Close|Crescent|Gardens?|Row|Walk"
                    + "|Grove|Hill|Mews|Park|Parade|Highway|(?:St|Rd|Ave|Ln|Dr|Ct|Blvd|Pl|Sq)(?:\\.|(?!\\p{L})))(?!\\p{L})";
    private static final String GERMANIC = "(?:" + CAPITALISED + " ){0,3}"
            + "(?:\\p{Lu}\\p{L}{1,30}(?:straat|laan|weg|plein|kade|gracht|singel|dijk|steeg|strasse|straße|str\\.|gasse|allee|platz"
            + "|damm|ufer|chaussee|gatan|gata|vägen|veien|gade|vej|katu)"
            + "|(?<=\\p{Ll} )(?:Straße|Strasse|Str\\.|Platz|Allee|Weg|Ring|Damm|Gasse|Chaussee|Ufer))(?!\\p{L})";
    /** "Innerer Ring 5" and "Wallring 5"; without a number a word such as "Spring" ends so too. */
    private static final String RING = "\\p{Lu}\\p{L}{2,30}ring";

    private static final String ROMANCE_KIND =
            "(?i:calle|c/|avenida|avda\\.?|av\\.|plaza|paseo|pasaje|carrer|carretera|ronda|camino"
                    + "|travesía|rúa|rua|travessa|praça|via|viale|vicolo|piazza|corso|strada|ulica|ul\\.|aleja|al\\."
                    + "|улица|ул\\.|проспект|пр\\.)";
    private static final String FRENCH_KIND =
            "(?i:rue|avenue|av\\.|boulevard|bd\\.?|place|impasse|chemin|quai|allées?|cours|square"
                    + "|route|passage|ruelle)";
    /** "de la Paz", "des Acacias", "XX Settembre", "13 de Mayo", and "de la paix", which some write small. */
    private static final String NAMED = "(?:\\d{1,2} )?" + SMALL + "{0,3}(?:[ldLD](?:ell)?['’])?(?:" + CAPITALISED
            + "|(?<= )\\p{Ll}[\\p{L}'’-]{2,30}+(?=,? ?\\d|,))(?: " + SMALL + "{0,2}" + CAPITALISED + "){0,3}";

    private static final String NUMBERED_ROMANCE =
            ROMANCE_KIND + " " + NAMED + ",? ?(?:n[º°o]\\.? ?|núm\\.? ?|nr\\.? ?|д\\. ?|дом |No\\.? ?)?" + NUMBER;
    private static final String NUMBERED_FRENCH = "\\d{1,4}(?: ?bis| ?ter)?,? " + FRENCH_KIND + " " + SMALL + "{0,3}"
            + "(?:[ldLD]['’])?[\\p{L}'’-]{1,30}+(?: " + SMALL + "{0,2}" + CAPITALISED + "){0,3}";

    /** A street with the number of a house. */
    static final Pattern WITH_NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
            // 12 Rose Street
            + UNIT + "\\d{1,5}[A-Za-z]?(?:[/-]\\d{1,4})?,? (?:" + CAPITALISED + " ){1,4}" + ENGLISH_KIND
            // Lange Rozenstraat 12b, Berliner Straße 5
            + "|(?:" + GERMANIC + "|" + RING + "),? (?:Nr\\.? ?)?" + NUMBER
            // Am Alten Markt 5
            + "|(?:Am|An der|An den|Auf der|Auf dem|Im|In der|Unter den|Zum|Zur) " + CAPITALISED + "(?: " + CAPITALISED
            + ")? "
            + NUMBER
            // Calle de las Rosas, 12
            + "|" + NUMBERED_ROMANCE
            // 12 bis, rue des Roses; rue des Roses 12
            + "|" + NUMBERED_FRENCH + "|" + FRENCH_KIND + " " + NAMED + ",? " + NUMBER
            + ")" + ROOM);

    /** Parks and squares are neighbourhoods too: without a number they are no home. */
    private static final String ENGLISH_STREET =
            "(?:Street|Road|Avenue|Lane|Drive|Boulevard|Terrace|Crescent|Gardens?|Mews|(?:St|Rd|Ave|Ln|Dr|Blvd)\\.)(?!\\p{L})";

    /** A street by its name alone, or by a name and a number: only right behind the words that say that somebody lives there. */
    static final Pattern WITHOUT_NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])(?:(?:" + CAPITALISED + " ){1,3}"
            + ENGLISH_STREET + "|" + GERMANIC + "|(?:" + ROMANCE_KIND + "|" + FRENCH_KIND + ") " + NAMED
            // "Ruzova 9": many languages need no word for a street
            + "|" + CAPITALISED + "(?: " + CAPITALISED + "){0,2},? \\d{1,3}[A-Za-z]?(?![\\p{L}\\p{N}])"
            + "(?!,?\\s*(?:%|years?|months?|weeks?|days?|hours?|people|times|km|miles|años?|meses|días|ans|mois|jours|Jahren?"
            + "|Monaten?|anni|mesi|anos))" + ")");

    /** Of the Netherlands and the United Kingdom, which name a street or a side of it. */
    static final String POSTCODE = "(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}"
            + "|[1-9]\\d{3} ?(?!(?:AD|AM|BC|CE|EU|PM|SA|SD|SS|UK|UN|US)\\b)[A-Z]{2})(?![\\p{L}\\p{N}])";

    private static final String FIGURES = "(?:[A-Z]{1,2}-)?\\d{5}(?:-\\d{4})?(?![\\p{L}\\p{N}]|[.,]\\d)";

    /** A postcode behind a street, with the town if that stands between. */
    static final Pattern POSTCODE_BEHIND = Pattern.compile("(?:[,\\s]{1,2}" + CAPITALISED + "(?: " + CAPITALISED
            + "){0,2})?[,\\s]{1,3}(?:" + POSTCODE + "|" + FIGURES + ")");

    /** A postcode with its town before a street. */
    static final Pattern POSTCODE_BEFORE =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + POSTCODE + "|" + FIGURES + "(?= \\p{Lu}))");

    /** A postcode behind the words that say that somebody lives there. */
    static final Pattern POSTCODE_ALONE = Pattern.compile("(?:[^\\n;.!?\\d]{0,30}[\\s(])?(?<![\\p{L}\\p{N}])("
            + POSTCODE + ")" + "|[\\s,:]{1,3}(?:in|en|à|a|em|op) (" + FIGURES + ")(?= \\p{Lu}\\p{Ll})");

    private static final String HAN_KIND = "(?:路|街|大道|道|巷|弄|胡同|村|里|小区|新村|花园|公寓)";
    private static final String HAN_NUMBER = "(?:\\d{1,5}|[〇零一二三四五六七八九十百]{1,6})(?:号|號|弄|栋|幢|组|楼|单元|层|室)";

    /** From the town on, with a number; or the name of a street alone, unless it is that of an office. */
    static final String CHINESE = "(?:[\\p{IsHan}\\d]{0,24}?" + HAN_KIND
            + "(?:[\\p{IsHan}]{0,6}?" + HAN_NUMBER + "(?:[\\p{IsHan}]{0,4}" + HAN_NUMBER + "){0,4}|\\d{1,5})"
            + "|[\\p{IsHan}]{2,20}?(?:路|街|大道|巷|胡同|小区|新村|花园|公寓)(?<!唐人街)"
            + "(?![\\p{IsHan}]{0,12}(?:站|公司|餐馆|餐厅|协会|大使馆|领事馆)))";

    private Streets() {}
}
