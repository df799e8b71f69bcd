package org.headwater.lineage;

import java.util.Arrays;

/**
 * Reads a text into the hashes of its four-word runs, in order. Characters of scripts without spaces count as words, each
 * together with the one before it. Reused from text to text; not thread-safe.
 */
final class SeedReader {
    /** Most letters are ASCII; their folding is kept at hand. */
    private static final char[] ASCII = new char[128];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = Letters.fold(c);
        }
    }

    private char[] letters = new char[4096];
    private int[] seeds = new int[1024];
    private int count;
    private int words;
    private int first;
    private int second;
    private int third;

    /** Reads the text; its seeds stand in {@link #seed} until the next is read. Returns how many they are. */
    int read(String text) {
        count = 0;
        words = 0;
        int hash = 0;
        char before = 0;
        boolean open = false;
        int length = text.length();
        if (length > letters.length) {
            letters = new char[length * 2];
        }
        text.getChars(0, length, letters, 0);
        for (int i = 0; i < length; i++) {
            char c = letters[i];
            char folded = c < 128 ? ASCII[c] : Letters.fold(c);
            if (folded > Letters.SKIP && (folded < 128 || !Letters.standsAlone(folded))) {
                hash = hash * 31 + folded;
                open = true;
            } else if (folded != Letters.SKIP) {
                if (open) {
                    add(hash);
                    hash = 0;
                    open = false;
                    before = 0;
                }
                if (folded != Letters.BREAK) {
                    add(before * 65599 + folded);
                    before = folded;
                }
            }
        }
        if (open) {
            add(hash);
        }
        return count;
    }

    int seed(int index) {
        return seeds[index];
    }

    private void add(int word) {
        int mixed = word * 0x9e3779b1;
        mixed ^= mixed >>> 15;
        if (words++ >= 3) {
            if (count == seeds.length) {
                seeds = Arrays.copyOf(seeds, count * 2);
            }
            int h = ((first * 31 + second) * 0x85ebca6b + third) * 31 + mixed;
            h ^= h >>> 16;
            h *= 0x85ebca6b;
            h ^= h >>> 13;
            h *= 0xc2b2ae35;
            h ^= h >>> 16;
            seeds[count++] = h == 0 ? 1 : h;
        }
        first = second;
        second = third;
        third = mixed;
    }
}
