package org.headwater.statements.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.headwater.model.Span;

/**
 * Cuts a text into stretches that no sentence crosses: at blank lines always; at single line breaks unless the sentence
 * goes on behind it, which shows in a small letter there, or unless the text is wrapped at a fixed width, which shows in
 * most lines being nearly as long as the longest.
 */
final class Paragraphs {
    /** A line shorter than this ends its paragraph even in a wrapped text. */
    private static final int SHORT_LINE = 40;

    private static final int LONGEST_WRAPPED_LINE = 100;
    private static final int FEWEST_WRAPPED_LINES = 5;

    /** Signs with which a sentence, or a line of its own such as a speaker's name, ends. */
    private static final String ENDINGS = ".!?:;。！？：；…|";

    /** Words with which no sentence of any of these languages ends: English, Spanish, German, French, Italian. */
    private static final Set<String> CONNECTING = Set.of(
            "of", "the", "and", "an", "to", "by", "from", "that", "with", "its", "their", "de", "del", "la", "el",
            "los", "las", "y", "que", "por", "der", "die", "das", "und", "dem", "den", "von", "le", "les", "et", "des",
            "du", "di", "della");

    private Paragraphs() {}

    static List<Span> of(String text) {
        List<Span> lines = lines(text);
        boolean wrapped = isWrapped(lines);
        List<Span> paragraphs = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < lines.size(); i++) {
            Span line = lines.get(i);
            if (line.isEmpty()) {
                open = -1;
                continue;
            }
            if (open >= 0) {
                paragraphs.set(open, paragraphs.get(open).cover(line));
            } else {
                paragraphs.add(line);
                open = paragraphs.size() - 1;
            }
            boolean goesOn = i + 1 < lines.size() && goesOn(text, line, lines.get(i + 1));
            if (!goesOn && (!wrapped || line.length() < SHORT_LINE)) {
                open = -1;
            }
        }
        return paragraphs;
    }

    /** Whether a sentence is cut by the break between two lines. */
    private static boolean goesOn(String text, Span line, Span next) {
        if (line.isEmpty() || next.isEmpty()) {
            return false;
        }
        boolean ends = ENDINGS.indexOf(text.charAt(line.end() - 1)) >= 0;
        boolean small = Character.isLowerCase(text.codePointAt(next.begin()));
        String words = line.of(text);
        String last = words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        boolean open = words.endsWith(",") || (words.contains(" ") && CONNECTING.contains(last));
        return !ends && (small || open);
    }

    /** Each line without the white space around it; empty for a blank line. */
    private static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isBreak(text.charAt(i))) {
                lines.add(trimmed(text, begin, i));
                // CR LF is one break.
                if (i + 1 < text.length() && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n') {
                    i++;
                }
                begin = i + 1;
            }
        }
        return lines;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    private static Span trimmed(String text, int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new Span(begin, end);
    }

    static boolean isBlank(char c) {
        return c <= ' '
                || c == '\u00a0'
                || c == '\ufeff'
                || c == '\u200b'
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c);
    }

    private static boolean isWrapped(List<Span> lines) {
        int inner = 0;
        int full = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            int length = lines.get(i).length();
            if (length == 0 || lines.get(i + 1).isEmpty()) {
                continue;
            }
            inner++;
            if (length >= SHORT_LINE && length <= LONGEST_WRAPPED_LINE) {
                full++;
            }
        }
        return inner >= FEWEST_WRAPPED_LINES && full * 5 >= inner * 4;
    }
}
