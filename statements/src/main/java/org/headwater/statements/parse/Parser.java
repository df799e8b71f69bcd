package org.headwater.statements.parse;

import java.util.List;
import org.headwater.model.Span;
import org.headwater.statements.languages.InstalledLanguages;

/**
 * Finds the sentences of a text and parses those one asks for. All offsets are those of the whole text.
 *
 * <p>A sentence ends where its punctuation says so and always at a blank line; a single line break ends it too, unless
 * the text is wrapped at a fixed width. Missing, curly, straight and full-width quotation marks are all borne: no text
 * makes a parser fail.
 *
 * <p>Implementations are safe to share between threads, and the same text always gives the same sentences.
 */
public interface Parser {
    /** English, by CoreNLP. Its models are loaded once for the process, at the first sentence parsed. */
    static Parser english() {
        return EnglishParser.SHARED;
    }

    /**
     * Any language: sentences and words by punctuation and script only, with no tags and no dependencies. In Chinese,
     * Japanese and Korean each character is a word.
     */
    static Parser plain() {
        return PlainParser.SHARED;
    }

    /**
     * The same, with words taken apart that the language glues together, such as French "l'".
     *
     * @param tag BCP 47 tag
     */
    static Parser plain(String tag) {
        return PlainParser.in(tag.split("-", 2)[0]);
    }

    /**
     * The best there is for a language: a parser where its model is at hand, else {@link #plain()}.
     *
     * @param tag BCP 47 tag
     */
    static Parser of(String tag, InstalledLanguages installed) {
        String language = tag.split("-", 2)[0];
        return language.equals("en")
                ? english()
                : UniversalParser.of(language, installed).orElseGet(() -> PlainParser.in(language));
    }

    /** Where the sentences of a text stand, in order and without overlap. Cheap: nothing is tagged. */
    List<Span> sentences(String text);

    /**
     * One sentence of a text, parsed. A sentence of more than {@value EnglishParser#LONGEST} words is parsed in pieces
     * cut at punctuation; all but the first piece depend on its root as {@code parataxis}.
     *
     * @throws IllegalArgumentException if the span does not lie inside the text
     */
    Sentence parse(String text, Span sentence);

    /** These sentences of a text, parsed, in the order given. */
    default List<Sentence> parse(String text, List<Span> sentences) {
        return sentences.stream().map(each -> parse(text, each)).toList();
    }

    /** All sentences of a text, parsed. */
    default List<Sentence> parse(String text) {
        return parse(text, sentences(text));
    }
}
