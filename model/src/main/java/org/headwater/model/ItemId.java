package org.headwater.model;

/**
 * Names an {@link Item}: the first 20 hexadecimal digits of its bytes' SHA-256.
 *
 * @param value the written form, {@code it_} and hexadecimal digits
 */
public record ItemId(String value) implements Comparable<ItemId> {
    /** What every id of this type starts with. */
    public static final String PREFIX = "it";

    public ItemId {
        Ids.check(PREFIX, value);
    }

    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
