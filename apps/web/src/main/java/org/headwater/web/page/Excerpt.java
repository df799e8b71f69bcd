package org.headwater.web.page;

import java.util.List;
import org.headwater.model.Span;

/**
 * A stretch of a text around what is marked in it. It begins and ends between words where the script has any.
 *
 * @param pieces the words
 * @param begins whether the text begins with it
 * @param ends whether the text ends with it
 */
public record Excerpt(List<Piece> pieces, boolean begins, boolean ends) {
    /** A word that is longer is cut: it is an address, or a script that does without spaces. */
    private static final int WORD_MOST = 20;

    /** The stretch around a place, with these spans marked; so many units on both sides, or fewer. */
    public static Excerpt of(String text, Span place, List<Span> marked, int around) {
        int begin = begin(text, place.begin(), around);
        int end = end(text, place.end(), around);
        return new Excerpt(Piece.marking(text.substring(begin, end), marked, begin), begin == 0, end == text.length());
    }

    /** What stands before a place, so many units or fewer, with an ellipsis if the text begins earlier. */
    public static String before(String text, int place, int around) {
        int begin = begin(text, place, around);
        return (begin > 0 ? "… " : "") + text.substring(begin, place);
    }

    /** What stands behind a place, so many units or fewer, with an ellipsis if the text goes on. */
    public static String after(String text, int place, int around) {
        int end = end(text, place, around);
        return text.substring(place, end) + (end < text.length() ? " …" : "");
    }

    private static int begin(String text, int place, int around) {
        int begin = Math.max(0, place - around);
        for (int at = begin; begin > 0 && at < Math.min(begin + WORD_MOST, place); at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at + 1;
            }
        }
        return begin;
    }

    private static int end(String text, int place, int around) {
        int end = Math.min(text.length(), place + around);
        for (int at = end; end < text.length() && at > Math.max(end - WORD_MOST, place); at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return end;
    }
}
