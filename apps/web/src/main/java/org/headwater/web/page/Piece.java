package org.headwater.web.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.headwater.model.Span;

/**
 * A stretch of text that is shown in one way.
 *
 * @param text the text
 * @param marked whether it is marked
 */
public record Piece(String text, boolean marked) {

    /** A text with those of its words marked that are given and occur in it. */
    public static List<Piece> marking(String text, Collection<String> words) {
        List<Span> spans = new ArrayList<>();
        for (String word : words) {
            int at = word.isBlank() ? -1 : text.indexOf(word);
            if (at >= 0) {
                spans.add(new Span(at, at + word.length()));
            }
        }
        return marking(text, spans, 0);
    }

    /**
     * A text with stretches marked, which may overlap.
     *
     * @param spans the stretches, counted from {@code begin}
     * @param begin what offset the text's first unit has
     */
    public static List<Piece> marking(String text, List<Span> spans, int begin) {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (Span span : new TreeSet<>(spans)) {
            int from = Math.min(text.length(), Math.max(done, span.begin() - begin));
            int to = Math.min(text.length(), span.end() - begin);
            if (to > from) {
                if (from > done) {
                    pieces.add(new Piece(text.substring(done, from), false));
                }
                pieces.add(new Piece(text.substring(from, to), true));
                done = to;
            }
        }
        if (done < text.length()) {
            pieces.add(new Piece(text.substring(done), false));
        }
        return pieces;
    }
}
