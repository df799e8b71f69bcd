package org.headwater.model;

/**
 * Names an {@link Origin}: hashed from the party knowledge starts with.
 *
 * @param value the written form, {@code or_} and hexadecimal digits
 */
public record OriginId(String value) implements Comparable<OriginId> {
    /** What every id of this type starts with. */
    public static final String PREFIX = "or";

    public OriginId {
        Ids.check(PREFIX, value);
    }

    @Override
    public int compareTo(OriginId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
