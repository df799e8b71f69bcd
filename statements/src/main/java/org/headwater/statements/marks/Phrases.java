package org.headwater.statements.marks;

import java.util.List;
import java.util.Optional;
import org.headwater.statements.languages.LanguageWords;
import org.headwater.statements.parse.Sentence;

/** Looks for the phrases of a language's sections among the words of one sentence. */
final class Phrases {
    private final LanguageWords words;
    private final List<String> lower;

    Phrases(Sentence sentence, LanguageWords words) {
        this.words = words;
        this.lower = sentence.tokens().stream()
                .map(token -> TermIndex.folded(token.word()))
                .toList();
    }

    /** A word in lower case; empty beyond the sentence. */
    String word(int at) {
        return at >= 0 && at < lower.size() ? lower.get(at) : "";
    }

    int size() {
        return lower.size();
    }

    /** The longest phrase of the section that begins at the word; empty if none does. */
    Optional<Found> at(String section, int first) {
        for (String phrase : words.longestFirst(section)) {
            for (String form : phrase.split("\\|", -1)) {
                int length = length(form);
                if (stands(form, first)) {
                    return Optional.of(new Found(phrase, new Words(first, first + length - 1)));
                }
            }
        }
        return Optional.empty();
    }

    /** The longest phrase of the section that ends right before the word. */
    Optional<Found> before(String section, int end) {
        for (String phrase : words.longestFirst(section)) {
            for (String form : phrase.split("\\|", -1)) {
                int first = end - length(form);
                if (first >= 0 && stands(form, first)) {
                    return Optional.of(new Found(phrase, new Words(first, end - 1)));
                }
            }
        }
        return Optional.empty();
    }

    private boolean stands(String form, int first) {
        int at = first;
        for (String part : form.split(" ", -1)) {
            if (!word(at).equals(part)) {
                return false;
            }
            at++;
        }
        return first >= 0;
    }

    private static int length(String form) {
        return (int) form.chars().filter(c -> c == ' ').count() + 1;
    }

    /**
     * A phrase that stands in the sentence.
     *
     * @param phrase as the section lists it
     * @param words where
     */
    record Found(String phrase, Words words) {}
}
