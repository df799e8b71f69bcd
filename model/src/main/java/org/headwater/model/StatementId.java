package org.headwater.model;

/**
 * Names a {@link Statement}: hashed from its document, span, kind, polarity and slots as read.
 *
 * @param value the written form, {@code st_} and hexadecimal digits
 */
public record StatementId(String value) implements Comparable<StatementId> {
    /** What every id of this type starts with. */
    public static final String PREFIX = "st";

    public StatementId {
        Ids.check(PREFIX, value);
    }

    @Override
    public int compareTo(StatementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
