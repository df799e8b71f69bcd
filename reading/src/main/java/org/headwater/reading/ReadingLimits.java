package org.headwater.reading;

import java.time.Duration;

/**
 * Bounds on what is read, so that no input can take the memory, the disk or the time of a run.
 *
 * @param itemBytes most bytes of one file, entry or attachment
 * @param textUnits most UTF-16 code units of one document's text
 * @param entries most entries unpacked from one file given by the user, with everything nested in it
 * @param expandedBytes most bytes unpacked from one file given by the user, with everything nested in it
 * @param expansion most bytes unpacked for each byte of an archive, beyond the first 16 MiB unpacked from it
 * @param depth most archives, mails or captures within each other
 * @param time longest time for one document
 */
public record ReadingLimits(
        long itemBytes, int textUnits, long entries, long expandedBytes, int expansion, int depth, Duration time) {
    private static final long MIB = 1L << 20;

    public ReadingLimits {
        check("item bytes", itemBytes, 1024, 1L << 40);
        check("text units", textUnits, 1024, 500_000_000);
        check("entries", entries, 1, 1_000_000_000);
        check("expanded bytes", expandedBytes, 1024, 1L << 50);
        check("expansion", expansion, 2, 1_000_000);
        check("depth", depth, 1, 32);
        check("milliseconds for one document", time.toMillis(), 1, 86_400_000);
    }

    /** 256 MiB an item, 20 million units a document, 1 million entries, 64 GiB in all, 200-fold, 4 deep, 2 minutes. */
    public static ReadingLimits standard() {
        return new ReadingLimits(256 * MIB, 20_000_000, 1_000_000, 65_536 * MIB, 200, 4, Duration.ofMinutes(2));
    }

    public ReadingLimits withItemBytes(long bytes) {
        return new ReadingLimits(bytes, textUnits, entries, expandedBytes, expansion, depth, time);
    }

    public ReadingLimits withTextUnits(int units) {
        return new ReadingLimits(itemBytes, units, entries, expandedBytes, expansion, depth, time);
    }

    public ReadingLimits withEntries(long most) {
        return new ReadingLimits(itemBytes, textUnits, most, expandedBytes, expansion, depth, time);
    }

    public ReadingLimits withExpandedBytes(long bytes) {
        return new ReadingLimits(itemBytes, textUnits, entries, bytes, expansion, depth, time);
    }

    public ReadingLimits withDepth(int most) {
        return new ReadingLimits(itemBytes, textUnits, entries, expandedBytes, expansion, most, time);
    }

    public ReadingLimits withTime(Duration longest) {
        return new ReadingLimits(itemBytes, textUnits, entries, expandedBytes, expansion, depth, longest);
    }

    private static void check(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Invalid reading limit: " + value + " " + what + " (must be " + least + " to " + most + ")");
        }
    }
}
