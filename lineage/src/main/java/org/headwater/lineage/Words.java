package org.headwater.lineage;

import java.util.Arrays;

/**
 * A text as normalised words: where each stands and a hash of its folded letters. A word is a run of letters and digits,
 * or one character of a script without spaces.
 */
final class Words {
    private static final int WORD_WEIGHT = 3;
    private static final int CHARACTER_WEIGHT = 2;

    private int[] begins;
    private int[] ends;
    private int[] hashes;
    private boolean[] characters;
    private int count;

    private Words(int capacity) {
        begins = new int[capacity];
        ends = new int[capacity];
        hashes = new int[capacity];
        characters = new boolean[capacity];
    }

    static Words of(String text) {
        Words words = new Words(text.length() / 6 + 8);
        int begin = -1;
        int end = -1;
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            char folded = Letters.fold(text.charAt(i));
            if (folded > Letters.SKIP && !Letters.standsAlone(folded)) {
                if (begin < 0) {
                    begin = i;
                    hash = 0;
                }
                hash = hash * 31 + folded;
                end = i + 1;
            } else if (folded != Letters.SKIP) {
                if (begin >= 0) {
                    words.add(begin, end, hash, false);
                    begin = -1;
                }
                if (folded != Letters.BREAK) {
                    words.add(i, i + 1, folded, true);
                }
            }
        }
        if (begin >= 0) {
            words.add(begin, end, hash, false);
        }
        words.trim();
        return words;
    }

    int count() {
        return count;
    }

    int begin(int word) {
        return begins[word];
    }

    int end(int word) {
        return ends[word];
    }

    int hash(int word) {
        return hashes[word];
    }

    /** One past the last word of the run that starts at this word and weighs as much as so many words; -1 if cut off. */
    int runEnd(int word, int length) {
        int weight = 0;
        int i = word;
        while (i < count && weight < length * WORD_WEIGHT) {
            weight += characters[i] ? CHARACTER_WEIGHT : WORD_WEIGHT;
            i++;
        }
        return weight < length * WORD_WEIGHT ? -1 : i;
    }

    /** How many words the stretch weighs as much as. */
    double weight(int from, int to) {
        int weight = 0;
        for (int i = from; i < to; i++) {
            weight += characters[i] ? CHARACTER_WEIGHT : WORD_WEIGHT;
        }
        return weight / (double) WORD_WEIGHT;
    }

    /** Hashes of the runs of so many words, one for each word that starts one. */
    long[] runs(int length) {
        long[] runs = new long[count];
        int made = 0;
        for (int i = 0; i < count; i++) {
            int end = runEnd(i, length);
            if (end < 0) {
                break;
            }
            long hash = 0;
            for (int j = i; j < end; j++) {
                hash = (hash ^ hashes[j]) * 0x9e3779b97f4a7c15L;
                hash ^= hash >>> 29;
            }
            runs[made++] = mix(hash);
        }
        return made == count ? runs : Arrays.copyOf(runs, made);
    }

    /** The first word that ends after the offset. */
    int wordAt(int offset) {
        int at = Arrays.binarySearch(ends, offset + 1);
        return at >= 0 ? at : -at - 1;
    }

    /** Spreads the bits of a hash evenly (the finaliser of SplitMix64). */
    static long mix(long hash) {
        long z = hash;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private void add(int begin, int end, int hash, boolean character) {
        if (count == begins.length) {
            grow(count * 2);
        }
        begins[count] = begin;
        ends[count] = end;
        hashes[count] = hash;
        characters[count++] = character;
    }

    private void trim() {
        if (count < begins.length) {
            grow(count);
        }
    }

    private void grow(int capacity) {
        begins = Arrays.copyOf(begins, capacity);
        ends = Arrays.copyOf(ends, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        characters = Arrays.copyOf(characters, capacity);
    }
}
