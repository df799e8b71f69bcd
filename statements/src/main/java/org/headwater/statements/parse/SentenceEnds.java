package org.headwater.statements.parse;

import java.util.ArrayList;
import java.util.List;
import org.headwater.model.Span;

/**
 * Groups the words of a paragraph into sentences. A sentence ends at a full stop, question or exclamation mark, together
 * with the closing marks that touch it, unless the text goes on in lower case after a closing quotation mark
 * ({@code “Why?” she asked}).
 */
final class SentenceEnds {
    private static final String ENDS = ".!?。！？．｡";
    private static final String CLOSERS = "”’」』)]）】》〉";
    /** Marks that close in one language and open in another; what follows them tells which. */
    private static final String CLOSERS_OR_OPENERS = "\"'＂＇“‘»«›‹";

    private SentenceEnds() {}

    /** Spans of the sentences that the words make up, in order. */
    static List<Span> of(String text, List<Span> words) {
        List<Span> sentences = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < words.size(); i++) {
            if (!isEnd(text, words.get(i))) {
                continue;
            }
            int last = i;
            while (last + 1 < words.size() && isAttached(text, words, last)) {
                last++;
            }
            if (last + 1 < words.size() && goesOn(text, words, i, last)) {
                i = last;
                continue;
            }
            sentences.add(new Span(words.get(first).begin(), words.get(last).end()));
            first = last + 1;
            i = last;
        }
        if (first < words.size()) {
            sentences.add(new Span(
                    words.get(first).begin(), words.get(words.size() - 1).end()));
        }
        return sentences;
    }

    /** Whether the word after this one is a closing mark, or one more end mark, that touches it. */
    private static boolean isAttached(String text, List<Span> words, int index) {
        Span next = words.get(index + 1);
        if (next.isEmpty() || next.begin() > words.get(index).end()) {
            return false;
        }
        char mark = text.charAt(next.begin());
        boolean opens = next.end() < text.length() && Character.isLetterOrDigit(text.charAt(next.end()));
        return isEnd(text, next) || CLOSERS.indexOf(mark) >= 0 || (CLOSERS_OR_OPENERS.indexOf(mark) >= 0 && !opens);
    }

    private static boolean isEnd(String text, Span word) {
        if (word.isEmpty()) {
            return false;
        }
        for (int i = word.begin(); i < word.end(); i++) {
            if (ENDS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        // An ellipsis ends a thought, not a sentence.
        return !(word.length() >= 3 && text.charAt(word.begin()) == '.');
    }

    private static boolean goesOn(String text, List<Span> words, int end, int last) {
        Span next = words.get(last + 1);
        char first = text.charAt(next.begin());
        boolean lower = Character.isLowerCase(first);
        boolean closed = last > end;
        return lower && (closed || text.charAt(words.get(end).begin()) != '.');
    }
}
