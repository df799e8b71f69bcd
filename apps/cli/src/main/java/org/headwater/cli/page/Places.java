package org.headwater.cli.page;

import org.headwater.cli.screen.Cells;
import org.headwater.model.Document;
import org.headwater.model.Span;

/** Where words stand in a document: the paragraph for a reader, and a window of the words around a point. */
final class Places {
    private Places() {}

    /** File and paragraph, such as {@code a.html ¶4}. */
    static String of(Document document, Span span) {
        return document.file() + " ¶" + paragraph(document.text(), span.begin());
    }

    /** The number of the paragraph at this place, from 1. Where a text has no empty lines, a line is a paragraph. */
    static int paragraph(String text, int place) {
        boolean emptyLines = text.matches("(?s).*\\S\\h*\\R\\h*\\R.*");
        int paragraph = 0;
        boolean inside = false;
        int start = 0;
        while (start <= Math.min(place, Math.max(0, text.length() - 1))) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            boolean blank = text.substring(start, stop).isBlank();
            if (!blank && (!inside || !emptyLines)) {
                paragraph++;
            }
            inside = !blank;
            start = stop + 1;
        }
        return Math.max(1, paragraph);
    }

    /** At most this many cells of the quote around the words, with ellipses where it is cut. */
    static String window(String quote, String words, int cells) {
        String line = Cells.oneLine(quote);
        if (Cells.of(line) <= cells) {
            return "“" + line + "”";
        }
        int at = Math.max(0, line.indexOf(Cells.oneLine(words)));
        int begin = Math.max(0, at - cells / 2);
        if (begin > 0) {
            int space = line.indexOf(' ', begin);
            begin = space >= 0 && space < at ? space + 1 : begin;
        }
        String rest = line.substring(begin);
        return "“" + (begin > 0 ? "…" : "") + Cells.cut(rest, cells) + "”";
    }
}
