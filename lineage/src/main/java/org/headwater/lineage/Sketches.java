package org.headwater.lineage;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** For each article a sample of its seeds with their places: enough to compare two articles without their texts. */
final class Sketches {
    private static final int CHUNK = 1 << 18;

    private final TraceStorage storage;
    private final List<LongBuffer> chunks = new ArrayList<>();
    private long[] sample = new long[1024];
    private int room;
    private int[] chunkOf = new int[1024];
    private int[] beginOf = new int[1024];
    private int[] lengthOf = new int[1024];
    private int[] seedsOf = new int[1024];
    private int count;

    Sketches(TraceStorage storage) {
        this.storage = storage;
    }

    /** The mask of a text with so many seeds: of a long text, one seed in two or four is kept. */
    static int mask(int seeds) {
        return seeds < 100 ? 0 : seeds < 200 ? 1 : 3;
    }

    /** Keeps the sample of the text the reader has read, as the next article. */
    void add(SeedReader reader, int seeds) {
        if (count == lengthOf.length) {
            chunkOf = Arrays.copyOf(chunkOf, count * 2);
            beginOf = Arrays.copyOf(beginOf, count * 2);
            lengthOf = Arrays.copyOf(lengthOf, count * 2);
            seedsOf = Arrays.copyOf(seedsOf, count * 2);
        }
        int mask = mask(seeds);
        if (seeds > sample.length) {
            sample = new long[seeds * 2];
        }
        int kept = 0;
        for (int i = 0; i < seeds; i++) {
            int seed = reader.seed(i);
            if ((seed & mask) == 0) {
                sample[kept++] = (long) seed << 32 | i;
            }
        }
        if (kept > room) {
            room = Math.max(CHUNK, kept);
            chunks.add(storage.longs(room));
        }
        LongBuffer chunk = chunks.isEmpty() ? LongBuffer.allocate(0) : chunks.get(chunks.size() - 1);
        int at = chunk.capacity() - room;
        chunk.put(at, sample, 0, kept);
        chunkOf[count] = Math.max(0, chunks.size() - 1);
        beginOf[count] = at;
        lengthOf[count] = kept;
        seedsOf[count] = seeds;
        room -= kept;
        count++;
    }

    int count() {
        return count;
    }

    /** Number of seeds of the article's text, about its number of words. */
    int seeds(int article) {
        return seedsOf[article];
    }

    /** Copies the sample into the array, made longer if need be, and returns it; {@link #length} tells how much of it. */
    long[] sample(int article, long[] into) {
        long[] copy = into.length >= lengthOf[article] ? into : new long[lengthOf[article] * 2];
        if (lengthOf[article] > 0) {
            chunks.get(chunkOf[article]).get(beginOf[article], copy, 0, lengthOf[article]);
        }
        return copy;
    }

    int length(int article) {
        return lengthOf[article];
    }
}
