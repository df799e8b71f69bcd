package org.headwater.reading.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a few words look like: a name, a newspaper's name, a crumb of a page's navigation. */
final class Words {
    private static final Pattern SPACE = Pattern.compile("[\\s\u00a0]+");
    private static final Pattern EDITION = Pattern.compile(
            "\\s*(?:\\([^)]*\\)|,\\s*(?:\\p{L}+ )?(?:page|edition|service|online|website))$", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED = Pattern.compile(".*[\"“”„«»:;?!].*");

    /** Small words that names hold in lower case. */
    private static final Set<String> PARTICLES = Set.of(
            "of", "the", "and", "for", "in", "on", "de", "del", "della", "di", "da", "do", "dos", "la", "le", "les",
            "el", "los", "las", "et", "y", "e", "und", "der", "die", "das", "van", "het", "den", "en", "al", "&", "du",
            "des", "dei", "a", "à", "au", "zu");

    /** Words that newspapers, agencies and broadcasters call themselves by. */
    private static final Set<String> MEDIA = Set.of(
            ("times post news gazette herald courier standard monitor record tribune journal daily weekly observer telegraph"
                            + " chronicle examiner reader wire press agency radio tv television broadcasting today mail"
                            + " express star sun mirror bulletin dispatch review magazine reporter independent echo argus"
                            + " advertiser sentinel ledger globe inquirer register newswire watch zeitung tagblatt"
                            + " allgemeine rundschau presse kurier anzeiger nachrichten diario periódico noticias correo"
                            + " mundo país jornal folha correio público gazzetta corriere giornale messaggero repubblica"
                            + " stampa monde figaro dépêche libération krant dagblad nieuws volkskrant courant kompas harian"
                            + " kabar berita noviny deník listy gazeta dziennik reuters afp ap dpa ansa efe xinhua bloomberg"
                            + " kyodo yonhap antara čtk pap lusa anp belga apa tass interfax upi")
                    .split(" ", -1));

    /** Words that organisations call themselves by. */
    private static final Set<String> ORGANISATIONS = Set.of(
            ("monitor clinic centre center watch institute institut council ministry committee foundation group network agency"
                            + " rights association office commission union organisation organization society campaign forum"
                            + " coalition alliance federation defenders bureau department embassy university project trust"
                            + " stiftung verein fundación fondation fondazione stichting")
                    .split(" ", -1));

    private static final Pattern HAN_MEDIA =
            Pattern.compile(".*(?:报|報|网|網|社|新闻|新聞|通讯|通訊|电视|電視|电台|電台|周刊|週刊|杂志|雜誌|快讯|瞭望|观察|觀察|新聞網)$");

    private static final Pattern TRAIL = Pattern.compile(
            "(?iu)(?:skip to .{1,40}|you are here\\b.*|share (?:this )?on .{1,30}|press release|for immediate release"
                    + "|[^>»›]{2,40}(?:\\s+[>»›]\\s+[^>»›]{2,60})+)");
    private static final Set<String> CRUMBS = Set.of(
            "home",
            "menu",
            "news",
            "world",
            "politics",
            "share",
            "print",
            "save",
            "search",
            "subscribe",
            "sign in",
            "log in",
            "login",
            "register",
            "advertisement",
            "skip to content",
            "skip to main content",
            "back to top",
            "top of page",
            "bottom of page",
            "read more",
            "listen",
            "breaking news",
            "exclusive",
            "opinion",
            "latest",
            "share this article",
            "share on facebook",
            "share on twitter",
            "leave a comment",
            "leave a reply",
            "comments",
            "no comments",
            "related articles",
            "newsletter",
            "首页",
            "首頁",
            "正文",
            "打印",
            "分享");

    private Words() {}

    static int count(String line) {
        return isHan(line) ? (line.length() + 1) / 2 : SPACE.split(line.strip()).length;
    }

    static String[] split(String line) {
        return SPACE.split(line.strip());
    }

    /** Whether most of it is written in Chinese characters or kana. */
    static boolean isHan(String line) {
        long han = line.codePoints()
                .filter(point -> Character.isIdeographic(point)
                        || Character.UnicodeScript.of(point) == Character.UnicodeScript.HIRAGANA
                        || Character.UnicodeScript.of(point) == Character.UnicodeScript.KATAKANA)
                .count();
        return han * 2 > line.length();
    }

    static boolean endsSentence(String line) {
        return line.matches(".*[.!?。！？…][\"”’»)\\]]?$");
    }

    /** Whether a page's navigation left the line: "Menu", "Home > News > Dublin", "Skip to main content". */
    static boolean isCrumb(String line) {
        return CRUMBS.contains(line.toLowerCase(Locale.ROOT))
                || TRAIL.matcher(line).matches();
    }

    /** A newspaper's name without its edition, and not in capitals only. */
    static String name(String line) {
        String name = EDITION.matcher(line.strip()).replaceFirst("");
        boolean shouted = name.length() > 6 && name.equals(name.toUpperCase(Locale.ROOT)) && name.indexOf(' ') > 0;
        if (!shouted || isHan(name)) {
            return name;
        }
        StringBuilder calm = new StringBuilder();
        for (String word : split(name)) {
            calm.append(calm.length() == 0 ? "" : " ").append(word.charAt(0));
            calm.append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return calm.toString();
    }

    /** Whether it names its edition, as in "(English service)". */
    static boolean namesEdition(String line) {
        return EDITION.matcher(line.strip()).find();
    }

    /** Whether it could be a name: few words, the ones that matter in capitals, no sentence. */
    static boolean isName(String line) {
        String name = EDITION.matcher(line.strip()).replaceFirst("");
        if (name.isEmpty() || QUOTED.matcher(name).matches() || isCrumb(name)) {
            return false;
        }
        if (isHan(name)) {
            return name.length() >= 2 && name.length() <= 12 && !name.matches(".*[，。、！？].*");
        }
        String[] words = split(name);
        if (words.length > 6 || name.length() > 60 || name.endsWith(".") || name.contains(",")) {
            return false;
        }
        for (String word : words) {
            int first = word.codePointAt(0);
            if (!Character.isUpperCase(first)
                    && !Character.isDigit(first)
                    && !PARTICLES.contains(word)
                    && !Character.isIdeographic(first)) {
                return false;
            }
        }
        return Character.isLetterOrDigit(name.codePointAt(0));
    }

    /** Whether it names an organisation rather than a person. */
    static boolean isOrganisation(String name) {
        if (!isName(name)) {
            return false;
        }
        for (String word : split(name.toLowerCase(Locale.ROOT))) {
            if (ORGANISATIONS.contains(word) || MEDIA.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it holds a word that newspapers call themselves by. */
    static boolean isMedia(String line) {
        if (isHan(line)) {
            return HAN_MEDIA.matcher(line).matches();
        }
        for (String word : split(line.toLowerCase(Locale.ROOT))) {
            if (MEDIA.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
