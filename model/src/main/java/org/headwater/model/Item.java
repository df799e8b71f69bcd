package org.headwater.model;

import java.time.Instant;

/**
 * Original bytes as they were taken in. Immutable: the same bytes taken in twice are one item, and the custody log holds
 * both intakes.
 *
 * @param id names the bytes
 * @param sha256 digest of the bytes
 * @param mediaType what the bytes are, as detected from them, such as {@code text/html}
 * @param size number of bytes
 * @param name file name or address under which they were first taken in
 * @param takenAt when they were first taken in
 * @param takenFrom path, archive entry or address they came from
 * @param takenBy who took them in
 */
public record Item(
        ItemId id,
        Sha256 sha256,
        String mediaType,
        long size,
        String name,
        Instant takenAt,
        String takenFrom,
        String takenBy) {
    public Item {
        if (size < 0) {
            throw new IllegalArgumentException("Invalid item " + id + ": size " + size + " (must be 0 or more)");
        }
    }

    /** The id of the bytes with this digest. */
    public static ItemId idOf(Sha256 sha256) {
        return new ItemId(ItemId.PREFIX + "_" + sha256.hex().substring(0, ContentHash.ID_DIGITS));
    }
}
