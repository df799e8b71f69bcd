package org.headwater.lineage;

import org.headwater.model.Span;

/**
 * A place in a text that survives translation: a number, a date, or a name whose party or place is known.
 *
 * @param span where it stands in the document's text
 * @param key what it is, the same in every language, such as an entity's or a gazetteer's id
 */
public record Anchor(Span span, String key) implements Comparable<Anchor> {
    public Anchor {
        if (key.isBlank()) {
            throw new IllegalArgumentException("Invalid anchor at " + span.begin() + ": its key is blank");
        }
    }

    /** By place, then by key. */
    @Override
    public int compareTo(Anchor other) {
        int order = span.compareTo(other.span);
        return order != 0 ? order : key.compareTo(other.key);
    }
}
