package org.headwater.lineage;

import java.io.IOException;
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
    /** Samples of articles traced before: place, then length and number of seeds, of each; then all samples. */
    private final List<MappedLongs> older = new ArrayList<>();

    private final List<Integer> olderBegin = new ArrayList<>();
    private int first;

    Sketches(TraceStorage storage) {
        this.storage = storage;
    }

    /** The mask of a text with so many seeds: of a long text, one seed in two or four is kept. */
    static int mask(int seeds) {
        return seeds < 100 ? 0 : seeds < 200 ? 1 : 3;
    }

    /** Keeps a sample of the text the reader has read, which has so many seeds, as the next article. */
    void add(SeedReader reader, int seeds) {
        if (count == lengthOf.length) {
            chunkOf = Arrays.copyOf(chunkOf, count * 2);
            beginOf = Arrays.copyOf(beginOf, count * 2);
            lengthOf = Arrays.copyOf(lengthOf, count * 2);
            seedsOf = Arrays.copyOf(seedsOf, count * 2);
        }
        int kept = keep(reader, mask(seeds));
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

    private int keep(SeedReader reader, int mask) {
        long[] read = reader.sample();
        int length = reader.sampled();
        if (length > sample.length) {
            sample = new long[length * 2];
        }
        int kept = 0;
        for (int i = 0; i < length; i++) {
            if ((read[i] >>> 32 & mask) == 0) {
                sample[kept++] = read[i];
            }
        }
        return kept;
    }

    /** Number of seeds of the article's text, about its number of words. */
    int seeds(int article) {
        return article >= first ? seedsOf[article - first] : (int) older(article, 1);
    }

    /** Takes in the samples of articles traced before, numbered on from those taken in so far. */
    void knows(MappedLongs file) {
        older.add(file);
        olderBegin.add(first);
        first += (int) file.get(0);
    }

    /** Writes the samples of the articles from this number on, in the form that {@link #knows} reads. */
    void writeTo(MappedLongs.Writer out, int from) throws IOException {
        int total = first + count;
        out.put(total - from);
        long place = 1 + 2L * (total - from);
        for (int article = from; article < total; article++) {
            out.put(place);
            out.put((long) length(article) << 32 | seeds(article));
            place += length(article);
        }
        long[] copy = new long[1024];
        for (int article = from; article < total; article++) {
            copy = sample(article, copy);
            out.put(copy, length(article));
        }
    }

    private int file(int article) {
        int file = older.size() - 1;
        while (olderBegin.get(file) > article) {
            file--;
        }
        return file;
    }

    private long older(int article, int part) {
        int file = file(article);
        return older.get(file).get(1 + 2L * (article - olderBegin.get(file)) + part);
    }

    /** Copies the sample into the array, made longer if need be, and returns it; {@link #length} tells how much of it. */
    long[] sample(int article, long[] into) {
        int length = length(article);
        long[] copy = into.length >= length ? into : new long[length * 2];
        if (length > 0 && article >= first) {
            chunks.get(chunkOf[article - first]).get(beginOf[article - first], copy, 0, length);
        } else if (length > 0) {
            older.get(file(article)).get(older(article, 0), copy, length);
        }
        return copy;
    }

    int length(int article) {
        return article >= first ? lengthOf[article - first] : (int) (older(article, 1) >>> 32);
    }
}
