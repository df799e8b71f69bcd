package org.headwater.statements.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.headwater.statements.languages.LanguageWords;

/**
 * Finds figures that stand for a noun said before, in front of a place: "50 posts, three of them in Oslo and one in
 * Bergen", "the others are in Turku and Lahti"; or in a list, "three in Oslo, two in Bergen, one in Turku". Not more than {@value #NEAR} words may lie between figure and place.
 */
final class StandIns {
    private static final int NEAR = 4;

    /** Figures with places behind them that make a list. */
    private static final int LIST = 3;

    private static final Set<String> PREPOSITIONS = Set.of("in", "at", "on", "near", "across");

    private final MarkedSentence sentence;
    private final LanguageWords words;

    StandIns(MarkedSentence sentence) {
        this.sentence = sentence;
        this.words = LanguageWords.of(sentence.sentence().language());
    }

    /** Matches of a list whose own terms, or those of the subject, were named earlier in the sentence. */
    List<TermMatch> of(String list, Set<String> subject) {
        List<Words> figures = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            Optional<Words> figure = figureAt(i).filter(this::leadsToPlace);
            if (figure.isPresent()) {
                figures.add(figure.get());
                i = figure.get().last();
            }
        }
        // "Three in A, two in B and one in C": a list of them needs no noun.
        boolean opens = !figures.isEmpty() && isSubject(figures.get(0));
        boolean enumerates = opens || figures.size() >= LIST;
        return figures.stream()
                .filter(figure -> enumerates || isNamedBefore(list, subject, figure.first()))
                .map(figure -> new TermMatch(list, figure, figure.last()))
                .toList();
    }

    /** "Five are in Oslo", "two others operated in Bergen and Turku": a figure of which the sentence speaks. */
    private boolean isSubject(Words figure) {
        boolean first =
                figure.first() == 0 || (figure.first() == 1 && sentence.tag(0).equals("CD"));
        return (first && sentence.tag(figure.last() + 1).startsWith("VB"))
                || (figure.first() == 0 && sentence.lower(1).equals("of"));
    }

    private Optional<Words> figureAt(int at) {
        Optional<Words> number = sentence.numbers().stream()
                .map(NumberMention::core)
                .filter(core -> core.first() == at)
                .findFirst();
        if (number.isPresent()) {
            return number;
        }
        boolean word = sentence.lower(at).matches("another|others")
                || words.isListed("another", sentence.lower(at))
                || (sentence.lower(at).matches("one|other")
                        && sentence.lower(at - 1).matches("the|and|,|only|just|including"));
        return word ? Optional.of(new Words(at, at)) : Optional.empty();
    }

    private boolean isNamedBefore(String list, Set<String> subject, int at) {
        return sentence.terms().stream()
                .filter(match -> match.words().last() < at)
                .anyMatch(match -> match.list().equals(list) || subject.contains(match.list()));
    }

    private boolean leadsToPlace(Words figure) {
        int at = figure.last() + 1;
        if (sentence.lower(at).equals("of") && sentence.lower(at + 1).matches("them|those|these|which|whom")) {
            at += 2;
        }
        while (sentence.lower(at)
                .matches(
                        "is|are|was|were|being|located|based|operating|each|both|said|believed|reported|thought|to|be|operate|operated|exist|existed|stand")) {
            at++;
        }
        if (!PREPOSITIONS.contains(sentence.lower(at)) && !words.isListed("located", sentence.lower(at))) {
            return false;
        }
        OptionalInt place = sentence.places().stream()
                .filter(PlaceMention::isNamed)
                .mapToInt(mention -> mention.words().first())
                .filter(first -> first > figure.last())
                .min();
        return place.isPresent() && place.getAsInt() - at <= NEAR;
    }
}
