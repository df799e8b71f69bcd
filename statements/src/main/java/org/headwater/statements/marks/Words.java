package org.headwater.statements.marks;

/**
 * A run of words of one sentence, by index, both ends included.
 *
 * @param first first word
 * @param last last word; never before the first
 */
public record Words(int first, int last) {
    public Words {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("Invalid words: " + first + "–" + last);
        }
    }

    public boolean contains(int word) {
        return first <= word && word <= last;
    }

    public boolean contains(Words other) {
        return first <= other.first && other.last <= last;
    }

    public boolean overlaps(Words other) {
        return first <= other.last && other.first <= last;
    }

    /** The smallest run that holds both. */
    public Words cover(Words other) {
        return new Words(Math.min(first, other.first), Math.max(last, other.last));
    }

    int length() {
        return last - first + 1;
    }
}
