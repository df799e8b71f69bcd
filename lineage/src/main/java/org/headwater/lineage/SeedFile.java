package org.headwater.lineage;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The seeds of articles traced before, as a file that is only read: the segments of a {@link SeedTable} one after the
 * other, behind the depth and the directory that lead to them.
 */
final class SeedFile {
    private static final int HEADER = 2;

    private final MappedLongs longs;
    private final int depth;
    private final long[] directory;

    private SeedFile(MappedLongs longs) throws IOException {
        this.longs = longs;
        if (longs.size() < HEADER || longs.get(0) < 0 || longs.get(0) > 30) {
            throw new IOException("Cannot read seeds: no depth of 0 to 30 at the beginning");
        }
        this.depth = (int) longs.get(0);
        this.directory = new long[1 << depth];
        if (longs.size() != HEADER + directory.length + longs.get(1) * SeedTable.SLOTS) {
            throw new IOException("Cannot read seeds: " + longs.size() + " longs, not as many as its " + longs.get(1)
                    + " segments have");
        }
        longs.get(HEADER, directory, directory.length);
    }

    static SeedFile open(Path file) throws IOException {
        return new SeedFile(MappedLongs.open(file));
    }

    /** Writes the articles of a seed behind those found before; returns how many there are then. */
    int find(int seed, int[] articles, int before) {
        long segment =
                (long) HEADER + directory.length + directory[depth == 0 ? 0 : seed >>> (32 - depth)] * SeedTable.SLOTS;
        int count = before;
        for (int slot = SeedTable.slot(seed);
                count < SeedTable.MOST_STORIES;
                slot = (slot + 1) & (SeedTable.SLOTS - 1)) {
            long entry = longs.get(segment + slot);
            if (entry == 0) {
                break;
            }
            if ((int) (entry >>> 32) == seed) {
                articles[count++] = (int) entry - 1;
            }
        }
        return count;
    }

    /** Adds everything to a table. */
    void addTo(SeedTable table) {
        for (long at = (long) HEADER + directory.length; at < longs.size(); at++) {
            long entry = longs.get(at);
            if (entry != 0) {
                table.add((int) (entry >>> 32), (int) entry - 1);
            }
        }
    }
}
