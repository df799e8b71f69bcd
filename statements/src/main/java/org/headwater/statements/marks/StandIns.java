package org.headwater.statements.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.headwater.statements.languages.LanguageWords;

/**
 * Finds figures that stand for a noun said before, in front of a place: "50 posts, three of them in Oslo and one in
 * Bergen", "the others are in Turku and Lahti", "a fourth, in Riga"; or in a list, "three in Oslo, two in Bergen, one in
 * Turku". Not more than {@value #NEAR} words may lie between figure and place.
 */
public final class StandIns {
    private static final int NEAR = 4;

    private static final int LONGEST_INSERTION = 8;

    /** Figures with places behind them that make a list. */
    private static final int LIST = 3;

    private static final Set<String> ORDINAL =
            Set.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    /** Verbs by their dictionary form. */
    private static final Set<String> COUNTING = Set.of(
            "count", "document", "identify", "list", "map", "record", "trace", "find", "tally", "log", "add", "locate");

    private static final Set<String> PREPOSITIONS = Set.of("in", "at", "on", "near", "across");

    private final MarkedSentence sentence;
    private final LanguageWords words;

    public StandIns(MarkedSentence sentence) {
        this.sentence = sentence;
        this.words = LanguageWords.of(sentence.sentence().language());
    }

    /** Matches of a list whose own terms, or those of the subject, were named earlier in the sentence. */
    List<TermMatch> of(String list, Set<String> subject) {
        List<Words> figures = figures();
        // "Three in A, two in B and one in C": a list of them needs no noun.
        boolean opens = !figures.isEmpty() && isSubject(figures.get(0));
        boolean enumerates = opens || figures.size() >= LIST;
        return figures.stream()
                .filter(figure -> enumerates || isNamedBefore(list, subject, figure.first()))
                .map(figure -> new TermMatch(list, figure, figure.last()))
                .toList();
    }

    /** Matches of a list of which the sentence before spoke, where the sentence itself names nothing of it. */
    public List<TermMatch> goingOn(String list) {
        return figures().stream()
                .map(figure -> new TermMatch(list, figure, figure.last()))
                .toList();
    }

    private List<Words> figures() {
        List<Words> figures = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            Optional<Words> figure = figureAt(i).filter(at -> leadsToPlace(at) || isTally(at));
            if (figure.isPresent()) {
                figures.add(figure.get());
                i = figure.get().last();
            }
        }
        return figures;
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
        boolean word = sentence.lower(at).matches("another|others|those")
                || words.isListed("another", sentence.lower(at))
                || (sentence.lower(at).matches("one|other")
                        && sentence.lower(at - 1).matches("the|and|,|:|only|just|including|further|as|also"))
                || (ORDINAL.contains(sentence.lower(at))
                        && sentence.lower(at - 1).matches("an?|the"));
        return word ? Optional.of(new Words(at, at)) : Optional.empty();
    }

    /** "The group has documented 54", "it is among 54 that were listed", "there are over 100": a number without its noun. */
    private boolean isTally(Words figure) {
        Optional<NumberMention> number = sentence.numbers().stream()
                .filter(each -> each.core().equals(figure) && each.isSeveral())
                .findFirst();
        if (number.isEmpty()) {
            return false;
        }
        int before = number.get().words().first() - 1;
        int behind = figure.last() + 1;
        boolean more = sentence.lower(behind).matches("more|others");
        String next = sentence.tag(more ? behind + 1 : behind);
        boolean countsSomething =
                next.startsWith("NN") || next.startsWith("JJ") || next.equals("CD") || next.equals("$");
        boolean among = sentence.lower(before).equals("among")
                || (sentence.lower(before).equals("of")
                        && sentence.lower(before - 1).matches("one|some|part|list|total"));
        return !countsSomething && (among || isCountedBy(before) || isThereAre(before));
    }

    private boolean isCountedBy(int at) {
        return sentence.tag(at).matches("VB[DNPZ]?")
                && COUNTING.contains(sentence.sentence().token(at).lemma());
    }

    private boolean isThereAre(int at) {
        for (int i = at; i > at - NEAR; i--) {
            if (sentence.lower(i).equals("there")) {
                return sentence.tag(i).equals("EX");
            }
            if (!sentence.tag(i).startsWith("VB") && !sentence.tag(i).matches("MD|TO|RB")) {
                return false;
            }
        }
        return false;
    }

    private boolean isNamedBefore(String list, Set<String> subject, int at) {
        return sentence.terms().stream()
                .filter(match -> match.words().last() < at)
                .anyMatch(match -> match.list().equals(list) || subject.contains(match.list()));
    }

    /** "One, run by a clan, in Oslo", "a fourth, in Riga": where the words go on. */
    private int behindInsertion(int at) {
        if (!sentence.lower(at).equals(",")) {
            return at;
        }
        if (PREPOSITIONS.contains(sentence.lower(at + 1))) {
            return at + 1;
        }
        for (int i = at + 2; sentence.tag(at + 1).equals("VBN") && i <= at + LONGEST_INSERTION; i++) {
            if (sentence.lower(i).equals(",")) {
                return i + 1;
            }
        }
        return at;
    }

    private boolean leadsToPlace(Words figure) {
        int at = figure.last() + 1;
        if (sentence.lower(at).equals("of") && sentence.lower(at + 1).matches("them|those|these|which|whom")) {
            at += 2;
        }
        at = behindInsertion(at);
        while (sentence.lower(at)
                .matches(
                        "more|further|is|are|was|were|being|located|based|operating|each|both|said|believed|reported|thought|to|be|operate|operated|exist|existed|stand")) {
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
