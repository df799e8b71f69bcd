package org.headwater.statements.attribution;

import java.util.ArrayList;
import java.util.List;
import org.headwater.model.Span;

/**
 * Where a text quotes. Marks may be curly, straight, doubled single, angled, CJK brackets or full-width; a quotation never
 * runs past the end of its paragraph, and one that is not closed ends there.
 *
 * <p>Straight marks are read as opening or closing by the white space beside them. Marks inside a quotation nest; where
 * that leaves the paragraph unbalanced it is read again without nesting, since a missing mark is then more likely.
 */
final class Quotations {
    /**
     * One quotation.
     *
     * @param span with its marks
     * @param inner without them
     * @param closed whether it has a closing mark
     */
    record Quotation(Span span, Span inner, boolean closed) {}

    private static final String OPENING = "“«「『〝＂\"„";
    private static final String CLOSING = "”»」』〞＂\"";

    private final String text;
    private final List<Quotation> found = new ArrayList<>();
    /** Where the last single mark opened. */
    private int openSingle = -1;

    private Quotations(String text) {
        this.text = text;
    }

    /** The outermost quotations of a text, in order. */
    static List<Quotation> of(String text) {
        Quotations quotations = new Quotations(text);
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            quotations.paragraph(begin, end);
            begin = end + 1;
        }
        return List.copyOf(quotations.found);
    }

    private void paragraph(int begin, int end) {
        int before = found.size();
        if (!scan(begin, end, Integer.MAX_VALUE)) {
            found.subList(before, found.size()).clear();
            scan(begin, end, 1);
        }
    }

    /** Whether all marks were matched. */
    private boolean scan(int begin, int end, int deepest) {
        openSingle = -1;
        int first = found.size();
        int depth = 0;
        int open = -1;
        int openLength = 0;
        int at = begin;
        while (at < end) {
            int length = markLength(at, begin, end);
            if (length == 0) {
                at++;
                continue;
            }
            boolean opens = opens(at, length, begin, end, depth);
            if (opens && depth == 0) {
                open = at;
                openLength = length;
                depth = 1;
            } else if (opens && depth < deepest) {
                depth++;
            } else if (opens) {
                add(open, openLength, endOfSpeech(open, at), 0);
                open = at;
                openLength = length;
            } else if (depth == 0 && text.charAt(at) == '”' && found.size() == first && at > begin) {
                // What closes without having been opened was open from the start.
                add(begin, 0, at + length, length);
            } else if (depth > 0) {
                depth--;
                if (depth == 0) {
                    add(open, openLength, at + length, length);
                }
            }
            at += length;
        }
        if (depth > 0) {
            int last = end;
            while (last > open && Character.isWhitespace(text.charAt(last - 1))) {
                last--;
            }
            add(open, openLength, last, 0);
        }
        return depth <= 1;
    }

    private void add(int open, int openLength, int end, int closeLength) {
        int innerBegin = open + openLength;
        int innerEnd = Math.max(innerBegin, end - closeLength);
        if (innerEnd > innerBegin) {
            found.add(new Quotation(new Span(open, end), new Span(innerBegin, innerEnd), closeLength > 0));
        }
    }

    /** Where a quotation whose closing mark is missing may have ended: its last full stop before the next one opens. */
    private int endOfSpeech(int open, int next) {
        for (int i = next - 1; i > open; i--) {
            char c = text.charAt(i);
            if (c == '.' || c == '?' || c == '!') {
                return i + 1;
            }
        }
        return next;
    }

    private int markLength(int at, int begin, int end) {
        char c = text.charAt(at);
        if (OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0) {
            return 1;
        }
        if (at + 1 < end && text.charAt(at + 1) == c && (c == '\'' || c == '’' || c == '‘' || c == '`')) {
            return 2;
        }
        if (c == '‘' || (c == '’' && isSingleClose(at, end))) {
            return singlesQuote(at, begin, end) ? 1 : 0;
        }
        return 0;
    }

    /** Single curly marks quote only where an opening one has a closing one after it: the rest are apostrophes. */
    private boolean singlesQuote(int at, int begin, int end) {
        if (text.charAt(at) == '’') {
            return at > openSingle && openSingle >= begin;
        }
        for (int i = at + 1; i < end; i++) {
            if (text.charAt(i) == '‘') {
                return false;
            }
            if (text.charAt(i) == '’' && isSingleClose(i, end)) {
                openSingle = at;
                return true;
            }
        }
        return false;
    }

    private boolean isSingleClose(int at, int end) {
        return at + 1 >= end || !Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private boolean opens(int at, int length, int begin, int end, int depth) {
        char c = text.charAt(at);
        if (c == '“' || c == '«' || c == '「' || c == '『' || c == '〝' || c == '„' || c == '‘' || c == '`') {
            // German closes with the mark that English opens with.
            return !(c == '“' && depth > 0 && !isWordAt(at + length, end));
        }
        if (c == '”' || c == '»' || c == '」' || c == '』' || c == '〞' || (c == '’' && length == 1)) {
            return false;
        }
        boolean afterSpace = at == begin || " \t\u00a0([{—–-:/“‘".indexOf(text.charAt(at - 1)) >= 0;
        boolean beforeSpace = at + length >= end || Character.isWhitespace(text.charAt(at + length));
        if (afterSpace == beforeSpace) {
            return depth == 0;
        }
        return afterSpace;
    }

    private boolean isWordAt(int at, int end) {
        return at < end && Character.isLetterOrDigit(text.charAt(at));
    }
}
