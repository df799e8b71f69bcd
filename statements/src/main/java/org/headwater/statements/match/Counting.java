package org.headwater.statements.match;

import java.util.Optional;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.Words;

/** Tells which noun a number counts, in languages other than English. */
final class Counting {
    private static final int WIDEST_UNSPACED = 14;
    private static final int WIDEST_UNTAGGED = 3;
    private static final int WIDEST_TAGGED = 6;
    private static final String PERSON_COUNTERS = "名位人";

    private final MarkedSentence marked;
    private final LanguageWords words;

    Counting(MarkedSentence marked, LanguageWords words) {
        this.marked = marked;
        this.words = words;
    }

    /** Whether the number counts the noun that begins at a word. */
    boolean counts(Words number, int noun) {
        int from = number.last() + 1;
        if (from > noun) {
            return behind(number, noun);
        }
        boolean other = marked.numbers().stream()
                .anyMatch(each -> each.core().first() >= from && each.core().last() < noun);
        return !other && (words.isUnspaced() ? unspaced(from, noun) : spaced(from, noun));
    }

    /** "拠点2カ所": a number right behind its noun, where verbs come last. */
    private boolean behind(Words number, int noun) {
        return words.isListed("verb-final", "yes")
                && marked.terms().stream()
                        .anyMatch(term -> term.words().first() == noun
                                && number.first() - term.words().last() >= 1
                                && number.first() - term.words().last() <= 2);
    }

    private boolean unspaced(int from, int noun) {
        if (noun - from > WIDEST_UNSPACED) {
            return false;
        }
        for (int i = from; i < noun; i++) {
            String sign = marked.lower(i);
            boolean breaks = sign.equals(",") || words.list("clause").stream().anyMatch(marks -> marks.contains(sign));
            if (breaks) {
                return false;
            }
        }
        boolean persons = from < noun && PERSON_COUNTERS.contains(marked.lower(from));
        return !persons || noun - from <= 1;
    }

    private boolean spaced(int from, int noun) {
        boolean tagged = marked.sentence().isParsed();
        int widest = tagged ? WIDEST_TAGGED : WIDEST_UNTAGGED;
        int at = from;
        while (at < noun) {
            Optional<Integer> link = link(at, noun);
            if (link.isPresent()) {
                at += link.get();
            } else if (!isModifier(at, tagged)) {
                return false;
            } else {
                at++;
            }
        }
        return noun - from <= widest;
    }

    private Optional<Integer> link(int at, int noun) {
        for (String phrase : words.longestFirst("links")) {
            String[] parts = phrase.split(" ", -1);
            boolean stands = at + parts.length <= noun;
            for (int i = 0; stands && i < parts.length; i++) {
                stands = marked.lower(at + i).equals(parts[i]);
            }
            if (stands) {
                return Optional.of(parts.length);
            }
        }
        return Optional.empty();
    }

    private boolean isModifier(int at, boolean tagged) {
        String tag = marked.tag(at);
        if (tagged) {
            return tag.startsWith("JJ") || tag.equals("DT") || tag.equals("RB") || tag.equals("VBN") || isQuote(at);
        }
        String word = marked.lower(at);
        boolean small = words.isListed("in", word)
                || words.isListed("with", word)
                || words.isListed("located", word)
                || words.isListed("clause", word)
                || words.isListed("and", word)
                || words.isListed("negation", word);
        return !small && (!marked.sentence().token(at).isPunctuation() || isQuote(at));
    }

    private boolean isQuote(int at) {
        return marked.lower(at).matches("[\"“”„«»‘’']");
    }
}
