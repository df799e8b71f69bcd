package org.headwater.model;

/**
 * Names an {@link Entity}: hashed from its kind and the name it was first known by.
 *
 * @param value the written form, {@code en_} and hexadecimal digits
 */
public record EntityId(String value) implements Comparable<EntityId> {
    /** What every id of this type starts with. */
    public static final String PREFIX = "en";

    public EntityId {
        Ids.check(PREFIX, value);
    }

    @Override
    public int compareTo(EntityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
