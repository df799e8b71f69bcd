package org.headwater.statements.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From where and by whom a report was sent, before its first words: {@code OSLO (Agency) —}. It says nothing of anything. */
public final class Dateline {
    private static final String DATE = "(?:,[^()—–:]{1,30}?)?\\s*";
    private static final String CAPITALS = "\\p{Lu}{2}[\\p{Lu} .'-]*" + DATE;
    private static final String FOUR_CAPITALS = "(?=(?:[ .'-]?\\p{Lu}){4})" + CAPITALS;
    private static final String TITLE = "\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?";
    private static final String SENDER = "\\([^)]{2,60}\\)";
    private static final String DASH = "(?:[—–]{1,2}|\\s-{1,2}\\s)";

    /** Nothing else can be meant. */
    private static final Pattern SURE = Pattern.compile("^\\s*(?:" + CAPITALS + SENDER + "\\s*[-—–]{1,2}|"
            + FOUR_CAPITALS + DASH + "|" + TITLE + "(?:, [^()—–:]{1,30}?)? " + SENDER + " ?[-—–]{1,2} )");

    /** A speaker may stand so too: {@code NATO: we do not know}. */
    private static final Pattern LIKELY =
            Pattern.compile("^\\s*(?:" + CAPITALS + "(?:" + SENDER + "\\s*:?|" + DASH + "|:\\s)|" + TITLE + ":\\s)");

    private Dateline() {}

    /** Where the sentence begins behind it, in UTF-16 units; 0 if none stands before it for sure. */
    public static int sureEnd(String sentence) {
        return end(SURE, sentence);
    }

    /** The same, with what may be a speaker's name, for whom only places matter. */
    public static int end(String sentence) {
        return Math.max(sureEnd(sentence), end(LIKELY, sentence));
    }

    private static int end(Pattern pattern, String sentence) {
        Matcher matcher = pattern.matcher(sentence);
        return matcher.find() ? matcher.end() : 0;
    }
}
