package org.headwater.model;

/**
 * A stretch of a document's text: half-open, in UTF-16 code units, as {@link String#substring(int, int)} takes them.
 *
 * @param begin first unit
 * @param end one past the last unit; never before {@code begin}
 */
public record Span(int begin, int end) implements Comparable<Span> {
    public Span {
        if (begin < 0) {
            throw new IllegalArgumentException("Invalid span: begins at " + begin + " (must be 0 or more)");
        }
        if (end < begin) {
            throw new IllegalArgumentException("Invalid span: " + begin + "–" + end + " ends before it begins");
        }
    }

    /** Number of UTF-16 code units. */
    public int length() {
        return end - begin;
    }

    public boolean isEmpty() {
        return begin == end;
    }

    /** Whether both share at least one unit. */
    public boolean overlaps(Span other) {
        return begin < other.end && other.begin < end;
    }

    /** Whether the other lies wholly inside this one. */
    public boolean contains(Span other) {
        return begin <= other.begin && other.end <= end;
    }

    /** The smallest span that holds both. */
    public Span cover(Span other) {
        return new Span(Math.min(begin, other.begin), Math.max(end, other.end));
    }

    /**
     * The words it holds.
     *
     * @throws IllegalArgumentException if the text is shorter than the span
     */
    public String of(String text) {
        if (end > text.length()) {
            throw new IllegalArgumentException(
                    "Cannot quote span " + begin + "–" + end + ": the text has only " + text.length() + " units");
        }
        return text.substring(begin, end);
    }

    /** By begin, then by end. */
    @Override
    public int compareTo(Span other) {
        return begin != other.begin ? Integer.compare(begin, other.begin) : Integer.compare(end, other.end);
    }
}
