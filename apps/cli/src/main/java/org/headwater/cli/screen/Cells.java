package org.headwater.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures and folds text by the cells it takes on a terminal: Chinese, Japanese and Korean characters take two,
 * combining marks and colour codes none (Unicode Standard Annex 11, classes W and F).
 */
public final class Cells {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0xA000, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18CFF},
        {0x1B000, 0x1B2FF},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    private Cells() {}

    /** How many cells the text takes. */
    public static int of(String text) {
        String bare = text.indexOf('\u001b') < 0 ? text : COLOUR.matcher(text).replaceAll("");
        return bare.codePoints().map(Cells::of).sum();
    }

    private static int of(int codePoint) {
        if (codePoint < 0x300) {
            return codePoint < 0x20 ? 0 : 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int[] range : WIDE) {
            if (codePoint >= range[0] && codePoint <= range[1]) {
                return 2;
            }
        }
        return 1;
    }

    /** The text with spaces after it up to this many cells. */
    public static String pad(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - of(text)));
    }

    /** The text with spaces before it up to this many cells. */
    public static String padLeft(String text, int cells) {
        return " ".repeat(Math.max(0, cells - of(text))) + text;
    }

    /** The text on one line: every run of white space and control characters is one space. */
    public static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s\u2028\u2029]+", " ").strip();
    }

    /** The text, cut at this many cells with an ellipsis; the colour it begins with goes on to its end. */
    static String cutColoured(String text, int cells) {
        if (of(text) <= cells || text.indexOf('\u001b') < 0) {
            return cut(text, cells);
        }
        Matcher first = COLOUR.matcher(text);
        String colour = first.lookingAt() ? first.group() : "";
        return colour + cut(COLOUR.matcher(text).replaceAll(""), cells) + (colour.isEmpty() ? "" : "\u001b[0m");
    }

    /** The text, cut at this many cells with an ellipsis. For plain text without colour codes. */
    public static String cut(String text, int cells) {
        if (of(text) <= cells) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int codePoint : text.codePoints().toArray()) {
            used += of(codePoint);
            if (used > cells - 1) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept.toString().stripTrailing() + "…";
    }

    /** The text folded into lines of at most this many cells, at spaces where there are some. */
    public static List<String> fold(String text, int cells) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            if (of(line.toString()) + (line.length() > 0 ? 1 : 0) + of(rest) > cells && line.length() > 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (of(rest) > cells) {
                int head = headWithin(rest, cells);
                lines.add(rest.substring(0, head));
                rest = rest.substring(head);
            }
            line.append(line.length() > 0 ? " " : "").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** How many units of the word fit, at least one character. */
    private static int headWithin(String word, int cells) {
        int used = 0;
        int at = 0;
        while (at < word.length()) {
            int codePoint = word.codePointAt(at);
            used += of(codePoint);
            if (used > cells && at > 0) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }
}
