package org.headwater.codebook;

import java.util.List;
import java.util.Optional;

/**
 * A closed list of words that fill a slot, such as the actions of a government.
 *
 * @param name its name
 * @param words the words, the more specific first: the first whose terms are met is taken
 */
public record WordList(String name, List<Word> words) {
    public WordList {
        words = List.copyOf(words);
    }

    /** The word of this name, if listed. */
    public Optional<Word> word(String wanted) {
        return words.stream().filter(word -> word.name().equals(wanted)).findFirst();
    }

    /**
     * One word of the list.
     *
     * @param name the word in the written form
     * @param label what readers see
     * @param terms the term list that shows it in a text; empty if only a pattern sets it
     */
    public record Word(String name, String label, Optional<String> terms) {}
}
