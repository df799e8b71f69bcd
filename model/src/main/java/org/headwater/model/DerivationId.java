package org.headwater.model;

/**
 * Names a {@link Derivation}: hashed from the two documents and their passages.
 *
 * @param value the written form, {@code dv_} and hexadecimal digits
 */
public record DerivationId(String value) implements Comparable<DerivationId> {
    /** What every id of this type starts with. */
    public static final String PREFIX = "dv";

    public DerivationId {
        Ids.check(PREFIX, value);
    }

    @Override
    public int compareTo(DerivationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
