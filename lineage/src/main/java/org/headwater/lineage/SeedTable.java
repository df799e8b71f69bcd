package org.headwater.lineage;

import java.io.IOException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * From a seed's 32-bit hash to the few articles it was seen in first. Extendible hashing (Fagin et al., TODS 1979): equal
 * segments, each split when it fills up, so that no growth stops the stream and each segment may lie in memory or on disk.
 * Seeds of two words that share a hash are taken for one; at a hundred million seeds that is one look-up in forty.
 */
final class SeedTable {
    /** A seed in this many stories is common property and leads to none of them. */
    static final int MOST_STORIES = 4;

    private static final int SLOT_BITS = 12;
    static final int SLOTS = 1 << SLOT_BITS;
    private static final int FULL = SLOTS * 6 / 10;
    /** Bits of the hash by which seeds are sampled; they tell nothing about the slot. */
    private static final int SAMPLING_BITS = 2;

    private static final int COMMON_BITS = 24;

    private final TraceStorage storage;
    /** Set for seeds that are common property, so that most look-ups end here; now and then for another. */
    private final long[] common = new long[1 << (COMMON_BITS - 6)];

    /** What was traced before; looked up first. */
    private final List<SeedFile> older = new ArrayList<>();

    private Segment[] directory;
    private int depth;
    /** The seeds of the article at hand that may lead somewhere, and what stands first in the slot of each. */
    private long[] leading = new long[1024];

    private long[] entries = new long[1024];
    /** A segment's slots while it is split. */
    private final long[] moved = new long[SLOTS];

    private final long[] none = new long[SLOTS];

    /** Slots in an array where they are in memory, for speed. */
    private static final class Segment {
        final LongBuffer slots;
        final long[] array;
        final int depth;
        int used;

        Segment(LongBuffer slots, int depth) {
            this.slots = slots;
            this.array = slots.hasArray() ? slots.array() : new long[0];
            this.depth = depth;
        }

        long get(int slot) {
            return array.length == SLOTS ? array[slot] : slots.get(slot);
        }
    }

    SeedTable(TraceStorage storage) {
        this.storage = storage;
        this.directory = new Segment[] {new Segment(storage.longs(SLOTS), 0)};
    }

    /**
     * Begins to look up the seeds of a sample, all but those known to be common, and returns how many they are. What will
     * be asked for is read here, all of it before any of it is needed: most of it is not in the processor's caches, and
     * then comes from memory side by side rather than one after the other.
     */
    int lead(long[] sample, int length) {
        if (length >= leading.length) {
            leading = new long[length * 2 + 1];
            entries = new long[length * 2 + 1];
        }
        int count = 0;
        for (int i = 0; i < length; i++) {
            leading[count] = sample[i];
            int bit = (int) (sample[i] >>> (64 - COMMON_BITS));
            count += (int) (~common[bit >>> 6] >>> bit & 1);
        }
        for (int i = 0; i < count; i++) {
            int seed = (int) (leading[i] >>> 32);
            entries[i] = segment(seed).get(slot(seed));
        }
        return count;
    }

    /** One of the seeds that are looked up, and in the lower half its place; 0 to below what {@link #lead} returned. */
    long led(int index) {
        return leading[index];
    }

    /** As {@link #find} for one of the seeds that are looked up. */
    int findLed(int index, int[] articles) {
        return find((int) (leading[index] >>> 32), entries[index], articles);
    }

    /**
     * Writes the articles of a seed into {@code articles} and returns how many they are; {@link #MOST_STORIES}, and
     * nothing written, if they are too many to tell anything.
     */
    int find(int seed, int[] articles) {
        if (isCommon(seed)) {
            return MOST_STORIES;
        }
        return find(seed, segment(seed).get(slot(seed)), articles);
    }

    private boolean isCommon(int seed) {
        int bit = seed >>> (32 - COMMON_BITS);
        return (common[bit >>> 6] & 1L << bit) != 0;
    }

    private int find(int seed, long first, int[] articles) {
        int count = 0;
        for (int i = 0; i < older.size() && count < MOST_STORIES; i++) {
            count = older.get(i).find(seed, articles, count);
        }
        if (count < MOST_STORIES) {
            count = findHere(seed, first, articles, count);
        }
        if (count == MOST_STORIES) {
            int bit = seed >>> (32 - COMMON_BITS);
            common[bit >>> 6] |= 1L << bit;
        }
        return count;
    }

    private int findHere(int seed, long first, int[] articles, int before) {
        int count = before;
        if (first == 0) {
            return count;
        }
        Segment segment = segment(seed);
        int slot = slot(seed);
        for (long entry = first; entry != 0; entry = segment.get(slot)) {
            if ((int) (entry >>> 32) == seed) {
                articles[count++] = (int) entry - 1;
                if (count == MOST_STORIES) {
                    return count;
                }
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return count;
    }

    /** Looks up what was traced before too. */
    void knows(SeedFile file) {
        older.add(file);
    }

    /** The bits of common seeds, to be kept and given back when the table goes on. */
    long[] common() {
        return common;
    }

    /** Writes what was added here, in the form that {@link SeedFile} reads. */
    void writeTo(MappedLongs.Writer out) throws IOException {
        IdentityHashMap<Segment, Long> places = new IdentityHashMap<>();
        List<Segment> segments = new ArrayList<>();
        for (Segment segment : directory) {
            if (places.putIfAbsent(segment, (long) places.size()) == null) {
                segments.add(segment);
            }
        }
        out.put(depth);
        out.put(segments.size());
        for (Segment segment : directory) {
            out.put(places.get(segment));
        }
        long[] slots = new long[SLOTS];
        for (Segment segment : segments) {
            segment.slots.get(0, slots);
            out.put(slots, SLOTS);
        }
    }

    void add(int seed, int article) {
        Segment segment = segment(seed);
        while (segment.used >= FULL && segment.depth < 32 - SLOT_BITS - SAMPLING_BITS) {
            split(segment, seed);
            segment = segment(seed);
        }
        if (segment.used < SLOTS - 1) {
            put(segment, (long) seed << 32 | (article + 1L));
        }
    }

    private static void put(Segment segment, long entry) {
        int slot = slot((int) (entry >>> 32));
        while (segment.get(slot) != 0) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        segment.slots.put(slot, entry);
        segment.used++;
    }

    private void split(Segment full, int seed) {
        if (full.depth == depth) {
            Segment[] wider = new Segment[directory.length * 2];
            for (int i = 0; i < wider.length; i++) {
                wider[i] = directory[i / 2];
            }
            directory = wider;
            depth++;
        }
        Segment low = new Segment(storage.longs(SLOTS), full.depth + 1);
        full.slots.get(0, moved);
        full.slots.put(0, none);
        Segment high = new Segment(full.slots, full.depth + 1);
        for (long entry : moved) {
            if (entry != 0) {
                put((entry >>> (63 - full.depth) & 1) == 0 ? low : high, entry);
            }
        }
        int span = 1 << (depth - full.depth);
        int first = index(seed) / span * span;
        Arrays.fill(directory, first, first + span / 2, low);
        Arrays.fill(directory, first + span / 2, first + span, high);
    }

    private Segment segment(int seed) {
        return directory[index(seed)];
    }

    private int index(int seed) {
        return depth == 0 ? 0 : seed >>> (32 - depth);
    }

    static int slot(int seed) {
        return seed >>> SAMPLING_BITS & (SLOTS - 1);
    }
}
