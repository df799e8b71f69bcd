package org.headwater.statements.parse;

import org.headwater.model.Span;

/**
 * One word or punctuation mark of a sentence.
 *
 * @param span where it stands in the document
 * @param word the document's text at the span
 * @param lemma its dictionary form in lower case (names keep their capitals); the word itself where not tagged
 * @param tag part of speech in the Penn Treebank's tag set; empty where not tagged
 */
public record Token(Span span, String word, String lemma, String tag) {

    /** Whether the tag begins so: {@code N} is any noun, {@code VB} any verb. */
    public boolean tagged(String prefix) {
        return tag.startsWith(prefix);
    }

    /** Whether it holds no letter and no digit. */
    public boolean isPunctuation() {
        return word.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    public int begin() {
        return span.begin();
    }

    public int end() {
        return span.end();
    }
}
