package org.headwater.statements.marks;

import java.util.Optional;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Span;
import org.headwater.statements.parse.Sentence;

/**
 * The text of a sentence whose words are single signs, as Chinese, Japanese and Korean are split, with the way back from
 * places in it to words. Chinese stands in simplified characters, digits and marks in their narrow forms, one unit for
 * one unit.
 */
final class SignText {
    private final Sentence sentence;
    private final String text;
    private final int[] words;

    private SignText(Sentence sentence, String text, int[] words) {
        this.sentence = sentence;
        this.text = text;
        this.words = words;
    }

    static SignText of(String document, Sentence sentence) {
        Span span = sentence.span();
        StringBuilder text = new StringBuilder(span.length());
        for (int i = span.begin(); i < span.end(); i++) {
            text.append(narrow(document.charAt(i)));
        }
        int[] words = new int[span.length() + 1];
        int word = 0;
        for (int i = 0; i < words.length; i++) {
            while (word < sentence.size() && sentence.token(word).end() <= span.begin() + i) {
                word++;
            }
            words[i] = word;
        }
        boolean chinese = sentence.language().equals("zh");
        String signs = chinese ? Gazetteer.simplified(text.toString()) : text.toString();
        return new SignText(sentence, signs, words);
    }

    private static char narrow(char c) {
        return c >= '！' && c <= '～' && Character.isLetterOrDigit(c) ? (char) (c - 0xfee0) : c;
    }

    String text() {
        return text;
    }

    /** The words that a stretch of the text touches; empty if it holds only blanks. */
    Optional<Words> words(int begin, int end) {
        int first = words[begin];
        int last = words[Math.max(begin, end - 1)];
        boolean inside = first < sentence.size() && last < sentence.size() && first <= last;
        return inside ? Optional.of(new Words(first, last)) : Optional.empty();
    }

    /** Where a word begins in the text. */
    int begin(int word) {
        return sentence.token(word).begin() - sentence.span().begin();
    }

    /** Where a word ends in the text. */
    int end(int word) {
        return sentence.token(word).end() - sentence.span().begin();
    }
}
