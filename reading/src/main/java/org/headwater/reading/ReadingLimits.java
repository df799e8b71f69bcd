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
 * @param memoryBytes most memory for the parser of one document, where it runs in a process of its own
 */
public record ReadingLimits(
        long itemBytes,
        int textUnits,
        long entries,
        long expandedBytes,
        int expansion,
        int depth,
        Duration time,
        long memoryBytes) {
    private static final long MIB = 1L << 20;

    public ReadingLimits {
        check("item bytes", itemBytes, 1024, 1L << 40);
        check("text units", textUnits, 1024, 500_000_000);
        check("entries", entries, 1, 1_000_000_000);
        check("expanded bytes", expandedBytes, 1024, 1L << 50);
        check("expansion", expansion, 2, 1_000_000);
        check("depth", depth, 1, 32);
        check("milliseconds for one document", time.toMillis(), 1, 86_400_000);
        check("bytes of memory", memoryBytes, 32 * MIB, 1L << 40);
    }

    /** 256 MiB an item, 20 million units a document, 1 million entries, 64 GiB in all, 200-fold, 4 deep, 2 minutes, 512 MiB of memory. */
    public static ReadingLimits standard() {
        return new ReadingLimits(
                256 * MIB, 20_000_000, 1_000_000, 65_536 * MIB, 200, 4, Duration.ofMinutes(2), 512 * MIB);
    }

    /** Reads what {@link #written} wrote, as one process tells it to another. */
    static ReadingLimits parse(String written) {
        String[] numbers = written.split(" ", -1);
        return new ReadingLimits(
                Long.parseLong(numbers[0]),
                Integer.parseInt(numbers[1]),
                Long.parseLong(numbers[2]),
                Long.parseLong(numbers[3]),
                Integer.parseInt(numbers[4]),
                Integer.parseInt(numbers[5]),
                Duration.ofMillis(Long.parseLong(numbers[6])),
                Long.parseLong(numbers[7]));
    }

    /** The numbers in their order, the time in milliseconds. */
    String written() {
        return String.join(
                " ",
                Long.toString(itemBytes),
                Integer.toString(textUnits),
                Long.toString(entries),
                Long.toString(expandedBytes),
                Integer.toString(expansion),
                Integer.toString(depth),
                Long.toString(time.toMillis()),
                Long.toString(memoryBytes));
    }

    public ReadingLimits withItemBytes(long bytes) {
        return new ReadingLimits(bytes, textUnits, entries, expandedBytes, expansion, depth, time, memoryBytes);
    }

    public ReadingLimits withTextUnits(int units) {
        return new ReadingLimits(itemBytes, units, entries, expandedBytes, expansion, depth, time, memoryBytes);
    }

    public ReadingLimits withEntries(long most) {
        return new ReadingLimits(itemBytes, textUnits, most, expandedBytes, expansion, depth, time, memoryBytes);
    }

    public ReadingLimits withExpandedBytes(long bytes) {
        return new ReadingLimits(itemBytes, textUnits, entries, bytes, expansion, depth, time, memoryBytes);
    }

    public ReadingLimits withDepth(int most) {
        return new ReadingLimits(itemBytes, textUnits, entries, expandedBytes, expansion, most, time, memoryBytes);
    }

    public ReadingLimits withTime(Duration longest) {
        return new ReadingLimits(itemBytes, textUnits, entries, expandedBytes, expansion, depth, longest, memoryBytes);
    }

    public ReadingLimits withMemoryBytes(long most) {
        return new ReadingLimits(itemBytes, textUnits, entries, expandedBytes, expansion, depth, time, most);
    }

    /**
     * Longest time for a file given by the user with everything nested in it, unpacking and parsing together: that of one
     * document, and half as much again for each MiB of the file. So a small archive cannot hold up a run for long, and a
     * large one has the time that it honestly needs.
     */
    public Duration timeFor(long bytes) {
        return time.plus(time.dividedBy(2).multipliedBy(bytes / MIB));
    }

    private static void check(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Invalid reading limit: " + value + " " + what + " (must be " + least + " to " + most + ")");
        }
    }
}
