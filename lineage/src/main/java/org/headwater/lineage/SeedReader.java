package org.headwater.lineage;

import java.nio.CharBuffer;

/**
 * Reads a text into a sample of the hashes of its four-word runs, in order: all of a short text, every other of a longer
 * one, always the same of the same words. Characters of scripts without spaces count as words, each together with
 * the one before it. Reused from text to text; not thread-safe.
 *
 * <p>Most of the time of a trace is spent here, so that the words of plain letters, by far the most, have a loop of their
 * own, and the words read last stand in an array that is walked rather than moved.
 */
final class SeedReader {
    private static final int RUN = 4;
    /** Most letters are ASCII; their folding is kept at hand. */
    private static final char[] ASCII = new char[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = Letters.fold(c);
        }
    }

    private char[] letters = new char[4096];
    private int[] words = new int[2048];
    private long[] sample = new long[2048];
    private int sampled;

    /** Reads the text and returns how many seeds it has; a sample of them stands here until the next is read. */
    int read(CharSequence text) {
        int length = text.length();
        if (length > letters.length) {
            letters = new char[length * 2];
        }
        if (length + 1 > words.length) {
            words = new int[length * 2];
        }
        if (text instanceof CharBuffer buffer) {
            buffer.duplicate().get(letters, 0, length);
        } else {
            text.toString().getChars(0, length, letters, 0);
        }
        int count = words(length);
        if (count > sample.length) {
            sample = new long[count * 2];
        }
        int seeds = Math.max(0, count - RUN + 1);
        // All that sketches keep of it must be in the sample.
        sampleRuns(count, Math.min(1, Sketches.mask(seeds)));
        return seeds;
    }

    /** Number of seeds in the sample. */
    int sampled() {
        return sampled;
    }

    /** The sample in order of the text: each seed, and in the lower half its place among all seeds. Not to be changed. */
    long[] sample() {
        return sample;
    }

    /** Hashes the words of the first letters and returns how many they are. */
    private int words(int length) {
        char[] from = letters;
        char[] ascii = ASCII;
        int[] into = words;
        int count = 0;
        int hash = 0;
        char before = 0;
        boolean open = false;
        int i = 0;
        while (i < length) {
            char c = from[i++];
            char folded = c < 128 ? ascii[c] : Letters.fold(c);
            while (folded > Letters.SKIP && c < 128 && i < length) {
                hash = hash * 31 + folded;
                open = true;
                c = from[i++];
                folded = c < 128 ? ascii[c] : Letters.fold(c);
            }
            if (folded > Letters.SKIP && !Letters.standsAlone(folded)) {
                hash = hash * 31 + folded;
                open = true;
            } else if (folded != Letters.SKIP) {
                if (open) {
                    into[count++] = hash;
                    hash = 0;
                    open = false;
                    before = 0;
                }
                if (folded != Letters.BREAK) {
                    into[count++] = before * 65599 + folded;
                    before = folded;
                }
            }
        }
        if (open) {
            into[count++] = hash;
        }
        return count;
    }

    /** Hashes the runs of so many words and keeps those that have none of the bits of the mask. */
    private void sampleRuns(int count, int mask) {
        int[] from = words;
        long[] into = sample;
        int first = 0;
        int second = 0;
        int third = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int mixed = from[i] * 0x9e3779b1;
            mixed ^= mixed >>> 15;
            if (i >= RUN - 1) {
                int h = ((first * 31 + second) * 0x85ebca6b + third) * 31 + mixed;
                h ^= h >>> 16;
                h *= 0x85ebca6b;
                h ^= h >>> 13;
                h *= 0xc2b2ae35;
                h ^= h >>> 16;
                h = h == 0 ? 1 : h;
                if ((h & mask) == 0) {
                    into[kept++] = (long) h << 32 | (i - RUN + 1);
                }
            }
            first = second;
            second = third;
            third = mixed;
        }
        sampled = kept;
    }
}
