package org.headwater.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the stretches two texts share: maximal equal runs of words that contain a seed, joined across small gaps on both
 * sides. Stretches whose order differs between the texts stay apart, so reordered paragraphs are several blocks.
 */
final class Alignment {
    private static final int MOST_PLACES = 32;
    /** Words that an edit at the edge of a block may change on either side, and that must be equal beyond it. */
    private static final int EDIT = 3;

    private static final int BEYOND_EDIT = 3;

    private final ReuseSettings settings;

    Alignment(ReuseSettings settings) {
        this.settings = settings;
    }

    /** A text prepared for comparison. */
    static final class Prepared {
        final Words words;
        final long[] runs;
        private final int[] heads;
        private final int[] next;
        private final int mask;

        Prepared(String text, int seedWords) {
            words = Words.of(text);
            runs = words.runs(seedWords);
            int size = Integer.highestOneBit(Math.max(4, runs.length * 2)) * 2;
            mask = size - 1;
            heads = new int[size];
            next = new int[runs.length];
            Arrays.fill(heads, -1);
            for (int i = runs.length - 1; i >= 0; i--) {
                int slot = (int) runs[i] & mask;
                next[i] = heads[slot];
                heads[slot] = i;
            }
        }

        private int first(long run) {
            return heads[(int) run & mask];
        }
    }

    /** A stretch of one text aligned with one of the other; in words, ends excluded. */
    record Block(int aBegin, int aEnd, int bBegin, int bEnd, int matched) {
        int aLength() {
            return aEnd - aBegin;
        }

        Block swapped() {
            return new Block(bBegin, bEnd, aBegin, aEnd, matched);
        }
    }

    /** The shared stretches, by place in {@code a}; the same whichever text comes first, but for the sides. */
    List<Block> align(Prepared a, Prepared b) {
        List<Block> joined = join(runs(a, b));
        joined.replaceAll(block -> forward(backward(block, a.words, b.words), a.words, b.words));
        joined.removeIf(block -> weight(a, block) < settings.passageWords());
        return withoutRepeats(joined);
    }

    /** The block with words before it that go on beyond an edit of a few words. */
    private static Block backward(Block block, Words a, Words b) {
        for (int edit = 0; edit <= EDIT * 2; edit++) {
            for (int skipA = Math.max(0, edit - EDIT); skipA <= Math.min(edit, EDIT); skipA++) {
                int i = block.aBegin() - skipA;
                int j = block.bBegin() - (edit - skipA);
                int length = 0;
                while (i - length > 0 && j - length > 0 && a.hash(i - length - 1) == b.hash(j - length - 1)) {
                    length++;
                }
                if (length >= BEYOND_EDIT) {
                    Block longer =
                            new Block(i - length, block.aEnd(), j - length, block.bEnd(), block.matched() + length);
                    return backward(longer, a, b);
                }
            }
        }
        return block;
    }

    /** The block with words after it that go on beyond an edit of a few words. */
    private static Block forward(Block block, Words a, Words b) {
        for (int edit = 0; edit <= EDIT * 2; edit++) {
            for (int skipA = Math.max(0, edit - EDIT); skipA <= Math.min(edit, EDIT); skipA++) {
                int i = block.aEnd() + skipA;
                int j = block.bEnd() + edit - skipA;
                int length = i < a.count() && j < b.count() ? equalWords(a, i, b, j) : 0;
                if (length >= BEYOND_EDIT) {
                    Block longer =
                            new Block(block.aBegin(), i + length, block.bBegin(), j + length, block.matched() + length);
                    return forward(longer, a, b);
                }
            }
        }
        return block;
    }

    private double weight(Prepared a, Block block) {
        double whole = a.words.weight(block.aBegin(), block.aEnd());
        return whole * Math.min(1, block.matched() / (double) Math.max(1, block.aLength()));
    }

    private List<Block> runs(Prepared a, Prepared b) {
        List<Block> runs = new ArrayList<>();
        for (int i = 0; i < a.runs.length; i++) {
            int places = 0;
            for (int j = b.first(a.runs[i]); j >= 0 && places < MOST_PLACES; j = b.next[j]) {
                if (b.runs[j] != a.runs[i]) {
                    continue;
                }
                places++;
                if (i > 0 && j > 0 && a.runs[i - 1] == b.runs[j - 1]) {
                    continue;
                }
                int length = equalWords(a.words, i, b.words, j);
                runs.add(new Block(i, i + length, j, j + length, length));
            }
        }
        return runs;
    }

    private static int equalWords(Words a, int i, Words b, int j) {
        int length = 0;
        while (i + length < a.count() && j + length < b.count() && a.hash(i + length) == b.hash(j + length)) {
            length++;
        }
        return length;
    }

    private List<Block> join(List<Block> runs) {
        runs.sort(Comparator.comparingInt(Block::aBegin).thenComparingInt(Block::bBegin));
        List<Block> closed = new ArrayList<>();
        List<Block> open = new ArrayList<>();
        for (Block run : runs) {
            int nearest = -1;
            int least = Integer.MAX_VALUE;
            for (int k = open.size() - 1; k >= 0; k--) {
                if (run.aBegin() - open.get(k).aEnd() > settings.gapWords()) {
                    closed.add(open.remove(k));
                }
            }
            for (int k = 0; k < open.size(); k++) {
                int gap = gap(open.get(k), run);
                if (gap < least) {
                    least = gap;
                    nearest = k;
                }
            }
            if (least == Integer.MAX_VALUE) {
                open.add(run);
            } else {
                open.set(nearest, joined(open.get(nearest), run));
            }
        }
        closed.addAll(open);
        return closed;
    }

    /** Words between the block and the run that may go on after it; the largest number if it cannot. */
    private int gap(Block block, Block run) {
        int a = run.aBegin() - block.aEnd();
        int b = run.bBegin() - block.bEnd();
        int bound = settings.gapWords();
        boolean forward = run.aEnd() > block.aEnd() && run.bEnd() > block.bEnd();
        boolean near = a <= bound && b <= bound && a > -settings.seedWords() && b > -settings.seedWords();
        return forward && near ? Math.max(0, a) + Math.max(0, b) + Math.abs(a - b) : Integer.MAX_VALUE;
    }

    private static Block joined(Block block, Block run) {
        int overlap = Math.max(0, Math.max(block.aEnd() - run.aBegin(), block.bEnd() - run.bBegin()));
        return new Block(
                block.aBegin(),
                run.aEnd(),
                block.bBegin(),
                run.bEnd(),
                block.matched() + run.matched() - Math.min(overlap, run.matched()));
    }

    /** A sentence that stands twice on one side is aligned once, with the longest block it belongs to. */
    private static List<Block> withoutRepeats(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        blocks.sort(Comparator.comparingInt(Block::matched)
                .reversed()
                .thenComparingInt(Block::aBegin)
                .thenComparingInt(Block::bBegin));
        for (Block block : blocks) {
            int a = 0;
            int b = 0;
            for (Block other : kept) {
                a += Math.max(0, Math.min(block.aEnd(), other.aEnd()) - Math.max(block.aBegin(), other.aBegin()));
                b += Math.max(0, Math.min(block.bEnd(), other.bEnd()) - Math.max(block.bBegin(), other.bBegin()));
            }
            if (a * 2 < block.aLength() && b * 2 < block.bEnd() - block.bBegin()) {
                kept.add(block);
            }
        }
        kept.sort(Comparator.comparingInt(Block::aBegin).thenComparingInt(Block::bBegin));
        return kept;
    }
}
