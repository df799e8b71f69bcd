package org.headwater.casefile.masking;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.entities.Titles;

/**
 * Finds full names that the words around them show to be a person's: behind a title ("Ms …"), before an age, beside what
 * only persons are ("dissident …", "his wife, …", "…, a cook", "la enfermera …"), under a letter, or by a given name or a
 * Chinese surname in them. Names that nothing shows to be a person's are not found; those who read out statements find most of them.
 *
 * <p>Stateless, safe for use by several threads.
 */
public final class NamedPersons {
    /**
     * Languages in which persons are recognised, here and by those who read out statements. In others few are, so that
     * nobody can tell whom a text names.
     */
    public static final Set<String> LANGUAGES = Set.of("en", "es", "zh");

    private static final String PARTICLE =
            "(?:van|von|de|del|della|der|den|di|da|dos|bin|bint|ibn|al|el|la|le|ter|ten)";

    private static final Pattern AGE = Pattern.compile(
            ", \\d\\d,|,? (?:\\(\\d\\d\\)|aged \\d\\d|who is \\d\\d|de \\d\\d años|\\d\\d ans|\\(\\d\\d Jahre\\)|\\d\\d anni|\\d\\d anos)");

    private static final Pattern NAMED = Pattern.compile(
            "(?<!\\p{L})(?:(?:man|woman|person|boy|girl|someone) (?:named|called|identified as)"
                    + "|(?:hombre|mujer|joven) llamad[oa]|(?:homme|femme) (?:nommée?|du nom de)|(?:uomo|donna) di nome),? $");

    private static final Set<String> LAST_OF_NAMED =
            Set.of("named", "called", "as", "llamado", "llamada", "nommé", "nommée", "de", "nome");

    /** Under a letter; short lines are not joined. */
    private static final Pattern CLOSING = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:regards|sincerely|faithfully|best wishes|saludos?|atentamente"
                    + "|cordialement|grüßen|grüße|cordiali saluti|groeten?|cumprimentos|yours|best|thanks|gracias|merci|danke|grazie)[,.!]?\\s*\\n\\s*$");

    private static final Pattern LINE_ENDS = Pattern.compile("[ \\t]*(?:\\n|$)");

    /** Words with a capital that begin a sentence and no name. */
    private static final Set<String> BEGINNINGS = Set.of(
            "the",
            "but",
            "and",
            "while",
            "when",
            "after",
            "before",
            "as",
            "if",
            "although",
            "though",
            "since",
            "for",
            "in",
            "on",
            "at",
            "by",
            "with",
            "that",
            "so",
            "then",
            "yet",
            "until",
            "because",
            "once",
            "where",
            "whether",
            "like",
            "to",
            "from",
            "both",
            "only",
            "even",
            "later",
            "now",
            "here",
            "said",
            "says",
            "told",
            "according",
            "yesterday",
            "today",
            "pero",
            "según",
            "cuando",
            "dice",
            "dijo",
            "para",
            "por",
            "con",
            "desde",
            "también",
            "selon",
            "mais",
            "quand",
            "aber",
            "als",
            "nach",
            "secondo",
            "ma");

    /** The word before a name, or before where they are from or of what they are it: "dueño de un bar, …". */
    private static final Pattern BEFORE = Pattern.compile("(?<![\\p{L}-])(\\p{L}[\\p{L}-]*)"
            + "(?: (?:of|from|at|in|de|del|du|des|d['’]une?|di|della|da|do|von|vom|aus|van|einer|eines)(?: [\\p{L}'’-]+){1,3},"
            + "|( \\p{L}+))?[,:]? $");

    /** What a person is said to be behind the name: ", a restaurant owner from …". */
    private static final Pattern BEHIND = Pattern.compile("(?:,| \\(| is| was| es| era| est| était| ist| war| è)"
            + " ?(?:(?:an?|the|una?|une|ein|eine|een|der|die|la|el|le|il|lo|um|uma|his|her"
            + "|their|su|son|sa|sein|ihr|seine|ihre) |l['’]|un['’])?((?:\\p{L}[\\p{L}-]* ){0,3}?\\p{L}[\\p{L}-]*)(?=[,.;:)”\"]"
            + "| (?:of|in|at|from|who|whose|with|and|for|said|says|told|living|working|on|de|del|en|que|y|à|au|qui|et|di|che|e|aus"
            + "|der|die|das|und|im|van|uit|die|em|da|do)(?!\\p{L})|$)");

    private static final int BEFORE_REACH = 60;
    private static final int BEHIND_REACH = 60;

    private static final String SURNAMES = "(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻"
            + "柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安乐傅皮卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄"
            + "米贝臧计戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路娄危江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪干宗丁宣邓"
            + "杭洪包左石崔吉龚程邢裴陆荣翁甄曲封靳松井段富乌焦侯班仰仲宁仇甘厉祖武符刘景詹束龙叶幸司黎白鄂蒲赖卓屠池乔胥闻党翟谭姬申"
            + "冉郦桑桂边尚温庄晏柴瞿阎艾古易廖耿聂冷简关岳涂肖覃])";
    private static final String TRADES = "(?:老板娘?|厨师|服务员|护士|学生|留学生|律师|医生|司机|商人|店主|业主|员工|职员|工人|农民|教师|老师|教授|工程师|翻译|记者|作家"
            + "|艺术家|摄影师|理发师|牧师|僧人|华侨|华人|侨民|居民|邻居|妻子|丈夫|父亲|母亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹|表哥|堂弟|叔叔|姑姑|朋友|同学"
            + "|同事|活动人士|维权人士|异见人士|异议人士|难民|移民|证人|受害者|受害人|逃犯|嫌疑人|男子|女子|村民|市民|志愿者|名叫|名为|叫做|姓名[:：]?)";
    private static final String CHINESE_NAME = "(?!高兴|高度|高级|高层|方面|方式|安全|金融|万人|管理|通过|石头)" + SURNAMES
            + "[\\p{IsHan}&&[^他她我们这那是不的了地个]]{1,2}?"
            // Surnames that are small words far more often.
            + "|[曾于向成常应全连单解][\\p{IsHan}&&[^说在被对于他她我们这那有是不的了地个人一经同]]{2}";
    private static final Pattern CHINESE = Pattern.compile(TRADES + "(" + CHINESE_NAME + ")"
            + "(?=[^\\p{IsHan}]|$|[说称表告的在于被向对是为曾也和与及从到已将因遭受收回指认透讲坦介否写接出来去今昨现前后当则就还又即便都])");

    private static final Pattern BYLINE_BEGINNING =
            Pattern.compile("^(?iu)(?:by|por|von|par|di|door|text|texto|from|文/?|作者[:：]?|记者|本报记者|通讯员|编辑[:：]?)[\\s:：]+");
    private static final Pattern BYLINE_BREAK =
            Pattern.compile("\\s*(?:[,;|/、·()（）]|(?<=\\s)(?:and|&|y|et|und|e|en)(?=\\s)|[与和及])\\s*");
    private static final Pattern BYLINE_NAME = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*(?: (?:" + PARTICLE
            + " ){0,2}\\p{Lu}[\\p{L}'’.-]*){1,3}|" + SURNAMES + "\\p{IsHan}{1,2}");

    private NamedPersons() {}

    /** Persons in a byline or in the sender of a mail; desks and agencies are none. */
    public static Set<String> inByline(String byline) {
        Set<String> names = new LinkedHashSet<>();
        String rest = BYLINE_BEGINNING.matcher(byline.strip()).replaceFirst("");
        for (String part : BYLINE_BREAK.split(rest, -1)) {
            String name = BYLINE_BEGINNING.matcher(part).replaceFirst("").strip();
            boolean trade = Arrays.stream(name.split(" ", -1)).anyMatch(NamedPersons::isPerson);
            if (BYLINE_NAME.matcher(Gazetteer.simplified(name)).matches()
                    && !trade
                    && !MaskingWords.isBodyInByline(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /**
     * The names, each once, those that titles and ages show first, then the others in their order. One that goes on in the
     * next line has a space there.
     */
    public static Set<String> in(String original) {
        String text = JoinedLines.of(original);
        Set<String> names = new LinkedHashSet<>();
        NameRuns.in(text).forEach(run -> addIfPerson(text, run, names));
        if (Han.in(text)) {
            Matcher chinese = CHINESE.matcher(Gazetteer.simplified(text));
            while (chinese.find()) {
                names.add(text.substring(chinese.start(1), chinese.end(1)));
            }
        }
        names.removeIf(MaskingWords::isBody);
        return names;
    }

    private static void addIfPerson(String text, NameRuns.Run run, Set<String> names) {
        String whole = withoutPossessive(text.substring(run.begin(), run.end()));
        List<String> words = Arrays.asList(whole.split(" ", -1));
        int first = 0;
        boolean shown = false;
        // "Neighbour Ada Loon", "Mr Loon", "But Ada Loon", "Foreign Minister Ada Loon": not all that has a capital is a
        // name.
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            boolean shows = isPerson(word) || MaskingWords.HONORIFICS.contains(word);
            boolean title = i < words.size() - 1 && Titles.end(word);
            if (title || (i == first && (shows || BEGINNINGS.contains(word)))) {
                first = i + 1;
                shown |= shows;
            }
        }
        List<String> name = words.subList(first, words.size());
        if (name.size() < 2) {
            return;
        }
        if (shown
                || MaskingWords.isOfPerson(name)
                || (first == 0 && isShownBefore(text, run.begin()))
                || AGE.matcher(text).region(run.end(), text.length()).lookingAt()
                || isBeforePerson(text, run.end())
                || isUnderLetter(text, run)) {
            names.add(String.join(" ", name));
        }
    }

    private static String withoutPossessive(String name) {
        int length = name.length();
        boolean ends = name.endsWith("'s") || name.endsWith("’s");
        return ends ? name.substring(0, length - 2) : name;
    }

    private static boolean isShownBefore(String text, int begin) {
        int end = begin > 1 && text.charAt(begin - 1) == ' ' ? begin - 1 : begin;
        end -= end > 0 && text.charAt(end - 1) == '.' ? 1 : 0;
        int from = end;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        String before = text.substring(from, end).toLowerCase(Locale.ROOT);
        return MaskingWords.HONORIFICS.contains(before)
                || (LAST_OF_NAMED.contains(before)
                        && NAMED.matcher(text)
                                .region(Math.max(0, begin - BEFORE_REACH), begin)
                                .find())
                || isBehindPerson(text, begin);
    }

    private static boolean isUnderLetter(String text, NameRuns.Run run) {
        int from = Math.max(0, run.begin() - BEFORE_REACH);
        return text.substring(from, run.begin()).indexOf('\n') >= 0
                && LINE_ENDS.matcher(text).region(run.end(), text.length()).lookingAt()
                && CLOSING.matcher(text).region(from, run.begin()).find();
    }

    private static boolean isBehindPerson(String text, int begin) {
        int from = Math.max(0, begin - BEFORE_REACH);
        if (!hasPerson(text, from, begin)) {
            return false;
        }
        Matcher before = BEFORE.matcher(text).region(from, begin);
        while (before.find()) {
            boolean between = before.group(2) == null || isOrigin(before.group(2));
            if (between && isPerson(before.group(1))) {
                return true;
            }
            before.region(before.end(1), begin);
        }
        return false;
    }

    /** Far quicker to tell than how the word stands to the name. */
    private static boolean hasPerson(String text, int from, int to) {
        int begin = from;
        for (int i = from; i <= to; i++) {
            if (i == to || (!Character.isLetter(text.charAt(i)) && text.charAt(i) != '-')) {
                if (i > begin && isPerson(text.substring(begin, i))) {
                    return true;
                }
                begin = i + 1;
            }
        }
        return false;
    }

    private static boolean isBeforePerson(String text, int end) {
        if (!hasPerson(text, end, Math.min(text.length(), end + BEHIND_REACH))) {
            return false;
        }
        Matcher behind = BEHIND.matcher(text).region(end, Math.min(text.length(), end + BEHIND_REACH));
        if (!behind.lookingAt()) {
            return false;
        }
        String[] words = behind.group(1).split(" ", -1);
        int last = words.length - 1;
        // "un cocinero chino", "a Chinese cook"
        return isPerson(words[last]) || (last > 0 && isOrigin(words[last]) && isPerson(words[last - 1]));
    }

    private static boolean isPerson(String word) {
        return MaskingWords.PERSONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isOrigin(String word) {
        return MaskingWords.ORIGINS.contains(word.strip().toLowerCase(Locale.ROOT));
    }
}
