package org.headwater.statements.marks;

import org.headwater.codebook.gazetteer.Gazetteer;

/**
 * A place in a sentence.
 *
 * @param words its words
 * @param place the place
 * @param form whether the words name it or its people and things
 */
public record PlaceMention(Words words, Gazetteer.Place place, Gazetteer.Form form) {
    /** Whether it is named itself, not through its people or things. */
    public boolean isNamed() {
        return form == Gazetteer.Form.NAME;
    }

    /** Whether it lies in, or is, one of these countries. */
    public boolean isIn(java.util.Collection<String> countries) {
        return place.country().filter(countries::contains).isPresent();
    }

    /** "The Dutch", "the Czechs": a people that acts stands for its state. */
    boolean isPeople(MarkedSentence sentence) {
        int at = words.last();
        return sentence.lower(words.first() - 1).equals("the")
                && sentence.sentence().isRelated(at, "nsubj")
                && !sentence.tag(at + 1).startsWith("NN");
    }
}
