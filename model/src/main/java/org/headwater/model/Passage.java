package org.headwater.model;

/**
 * One aligned pair of stretches: the words of the derived document and the words of its source they were taken from.
 *
 * @param derived where it stands in the derived document
 * @param source where it stands in the source
 */
public record Passage(Span derived, Span source) implements Comparable<Passage> {
    /** By place in the derived document, then in the source. */
    @Override
    public int compareTo(Passage other) {
        int order = derived.compareTo(other.derived);
        return order != 0 ? order : source.compareTo(other.source);
    }
}
