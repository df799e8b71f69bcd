package org.headwater.statements.marks;

import java.util.List;
import java.util.Locale;
import org.headwater.model.Span;
import org.headwater.statements.parse.Sentence;

/**
 * A sentence with what stands in it.
 *
 * @param index its place among the document's sentences
 * @param sentence its words and dependencies
 * @param terms the codebook's terms in it
 * @param numbers numbers, other than those in dates
 * @param dates dates
 * @param places places by name and by demonym
 * @param parties parties
 * @param quotes stretches between quotation marks, the marks left out
 */
public record MarkedSentence(
        int index,
        Sentence sentence,
        List<TermMatch> terms,
        List<NumberMention> numbers,
        List<DateMention> dates,
        List<PlaceMention> places,
        List<PartyMention> parties,
        List<Words> quotes) {
    public MarkedSentence {
        terms = List.copyOf(terms);
        numbers = List.copyOf(numbers);
        dates = List.copyOf(dates);
        places = List.copyOf(places);
        parties = List.copyOf(parties);
        quotes = List.copyOf(quotes);
    }

    /** The terms of one list. */
    public List<TermMatch> terms(String list) {
        return terms.stream().filter(match -> match.list().equals(list)).toList();
    }

    /** Whether a term of the list stands there. */
    public boolean has(String list) {
        return terms.stream().anyMatch(match -> match.list().equals(list));
    }

    /** Whether the words are a number and nothing else. */
    public boolean isFigure(Words words) {
        return numbers.stream().anyMatch(number -> number.core().equals(words));
    }

    /** Number of words. */
    public int size() {
        return sentence.size();
    }

    /** A word in lower case; empty beyond the sentence. */
    public String lower(int at) {
        return at >= 0 && at < size() ? sentence.token(at).word().toLowerCase(Locale.ROOT) : "";
    }

    /** A word's tag; empty beyond the sentence. */
    public String tag(int at) {
        return at >= 0 && at < size() ? sentence.token(at).tag() : "";
    }

    /** Where the words stand in the document. */
    public Span span(Words words) {
        return new Span(
                sentence.token(words.first()).begin(),
                sentence.token(words.last()).end());
    }
}
