package org.headwater.statements.attribution;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headwater.model.Span;

/**
 * Noun phrases told by tags and capitals alone, for where a dependency parser goes wrong: at the verb of saying whose clause
 * follows with no "that", which it often takes for the verb's object.
 */
final class Chunks {
    private static final int LONGEST_APPOSITION = 25;
    private static final Set<String> JOINERS = Set.of("of", "for", "at", "from", "&");

    private Chunks() {}

    /**
     * The noun phrase that touches the verb from the left, but for adverbs and auxiliaries between; past an apposition
     * between commas if there is one, unless that is a name.
     */
    static Optional<Span> before(SentenceView view, int verb) {
        int last = verb - 1;
        while (last >= 0 && isBetween(view, last)) {
            last--;
        }
        if (last <= 2 || !view.token(last).word().equals(",")) {
            return endingAt(view, last);
        }
        for (int i = last - 1; i > Math.max(0, last - LONGEST_APPOSITION); i--) {
            if (view.token(i).word().equals(",")) {
                return endingAt(view, isName(view, i + 1, last - 1) ? last - 1 : i - 1);
            }
        }
        return Optional.empty();
    }

    /** Whether all words of the span are capitalised. */
    static boolean isName(SentenceView view, Span span) {
        List<Integer> inside = view.sentence().within(span);
        return !inside.isEmpty() && isName(view, inside.get(0), inside.get(inside.size() - 1));
    }

    private static boolean isName(SentenceView view, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (!isCapital(view, i)) {
                return false;
            }
        }
        return last >= first;
    }

    /** Whether an adverb or auxiliary may stand there between subject and verb. */
    private static boolean isBetween(SentenceView view, int at) {
        boolean auxiliary = view.isVerb(at) && !isCapital(view, at);
        return auxiliary || view.token(at).tagged("RB") || view.token(at).tagged("MD");
    }

    private static Optional<Span> endingAt(SentenceView view, int last) {
        boolean noun = last >= 0 && !view.isQuoted(last) && !view.token(last).tagged("CD");
        if (!noun || !(view.isNominal(last) || isCapital(view, last))) {
            return Optional.empty();
        }
        int first = last;
        while (first > 0 && !view.isQuoted(first - 1) && isInside(view, first - 1, first)) {
            first--;
        }
        return view.token(first).tagged("IN")
                ? Optional.empty()
                : Optional.of(
                        new Span(view.token(first).begin(), view.token(last).end()));
    }

    /** Whether the word belongs to the phrase that the next one belongs to. */
    private static boolean isInside(SentenceView view, int at, int next) {
        boolean joiner = JOINERS.contains(view.lower(at));
        if (view.token(next).tag().equals("PRP")) {
            return false;
        }
        if (joiner) {
            return at > 0 && (view.token(at - 1).tagged("N") || isCapital(view, at - 1));
        }
        if (view.token(next).tag().equals("DT")) {
            return false;
        }
        String tag = view.token(at).tag();
        boolean modifier = Set.of("DT", "CD", "POS", "PRP$", "HYPH").contains(tag);
        boolean participle = view.isVerb(at)
                && view.token(next).tagged("N")
                && (isCapital(view, at) || view.lower(at).equals("based"));
        return modifier || participle || tag.startsWith("NN") || tag.startsWith("JJ");
    }

    private static boolean isCapital(SentenceView view, int at) {
        return Character.isUpperCase(view.token(at).word().charAt(0));
    }
}
