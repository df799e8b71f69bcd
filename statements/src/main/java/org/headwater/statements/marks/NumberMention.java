package org.headwater.statements.marks;

import org.headwater.model.SlotValue;

/**
 * A number in a sentence, with the words that widen it ("at least", "more than").
 *
 * @param words all its words
 * @param core the number's own words
 * @param value what it means
 */
public record NumberMention(Words words, Words core, SlotValue.Count value) {
    /** Whether it can mean two or more, or the text says that it is one and no more. */
    public boolean isSeveral() {
        return value.text().toLowerCase(java.util.Locale.ROOT).matches("(?:only|just|exactly) one")
                || value.max().isEmpty()
                || value.max().getAsLong() >= 2;
    }
}
