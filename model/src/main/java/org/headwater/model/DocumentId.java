package org.headwater.model;

/**
 * Names a {@link Document}: hashed from its item, its place within the item and the reader that made it.
 *
 * @param value the written form, {@code doc_} and hexadecimal digits
 */
public record DocumentId(String value) implements Comparable<DocumentId> {
    /** What every id of this type starts with. */
    public static final String PREFIX = "doc";

    public DocumentId {
        Ids.check(PREFIX, value);
    }

    @Override
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
