package org.headwater.model;

/**
 * Names a {@link Finding}: hashed from the kind and what its statements speak about.
 *
 * @param value the written form, {@code f_} and hexadecimal digits
 */
public record FindingId(String value) implements Comparable<FindingId> {
    /** What every id of this type starts with. */
    public static final String PREFIX = "f";

    public FindingId {
        Ids.check(PREFIX, value);
    }

    @Override
    public int compareTo(FindingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
