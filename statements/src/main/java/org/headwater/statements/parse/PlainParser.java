package org.headwater.statements.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.headwater.model.Span;
import org.headwater.statements.languages.LanguageWords;

/** Sentences and words of any script, by the kinds of their characters alone. */
final class PlainParser implements Parser {
    static final PlainParser SHARED = new PlainParser("");

    private final String language;

    private PlainParser(String language) {
        this.language = language;
    }

    /** The same for a language, whose tag its sentences bear. */
    static PlainParser in(String language) {
        return new PlainParser(language);
    }

    @Override
    public List<Span> sentences(String text) {
        List<Span> sentences = new ArrayList<>();
        for (Span paragraph : Paragraphs.of(text)) {
            sentences.addAll(SentenceEnds.of(text, words(text, paragraph)));
        }
        return List.copyOf(sentences);
    }

    @Override
    public Sentence parse(String text, Span sentence) {
        EnglishParser.checkInside(text, sentence);
        List<Token> tokens = new ArrayList<>();
        for (Span word : words(text, sentence, LanguageWords.of(language))) {
            String form = word.of(text);
            tokens.add(new Token(word, form, form.toLowerCase(Locale.ROOT), ""));
        }
        return Sentence.unparsed(sentence, tokens).in(language);
    }

    /** The words of a part, with those taken apart that the language glues together: "l'", "dell'". */
    static List<Span> words(String text, Span part, LanguageWords language) {
        List<Span> spans = new ArrayList<>();
        for (Span span : words(text, part)) {
            String word = span.of(text);
            int mark = Math.max(word.indexOf('\''), word.indexOf('’'));
            String first = mark > 0 ? word.substring(0, mark).toLowerCase(Locale.ROOT) + "'" : "";
            if (mark + 1 < word.length() && language.isListed("glued", first)) {
                spans.add(new Span(span.begin(), span.begin() + mark + 1));
                spans.add(new Span(span.begin() + mark + 1, span.end()));
            } else {
                spans.add(span);
            }
        }
        return spans;
    }

    private static List<Span> words(String text, Span part) {
        List<Span> words = new ArrayList<>();
        int at = part.begin();
        while (at < part.end()) {
            int point = text.codePointAt(at);
            int next = Math.min(part.end(), at + Character.charCount(point));
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                at = next;
                continue;
            }
            if (Character.isLetterOrDigit(point) && !Character.isIdeographic(point) && !isSyllable(point)) {
                next = endOfWord(text, next, part.end());
            }
            words.add(new Span(at, next));
            at = next;
        }
        return words;
    }

    private static int endOfWord(String text, int from, int limit) {
        int at = from;
        while (at < limit) {
            int point = text.codePointAt(at);
            boolean inside = (Character.isLetterOrDigit(point) && !Character.isIdeographic(point) && !isSyllable(point))
                    || Character.getType(point) == Character.NON_SPACING_MARK
                    || joins(text, at, limit);
            if (!inside) {
                return at;
            }
            at = Math.min(limit, at + Character.charCount(point));
        }
        return at;
    }

    /** Whether a mark stands between two letters or digits and so belongs to the word: 1,000 or l’État. */
    private static boolean joins(String text, int at, int limit) {
        char mark = text.charAt(at);
        if (at == 0 || at + 1 >= limit) {
            return false;
        }
        boolean digits = Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
        boolean letters = Character.isLetter(text.charAt(at - 1)) && Character.isLetter(text.charAt(at + 1));
        return (digits && (mark == '.' || mark == ',')) || (letters && (mark == '\'' || mark == '’' || mark == '-'));
    }

    private static boolean isSyllable(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL
                || point == 'ー';
    }
}
