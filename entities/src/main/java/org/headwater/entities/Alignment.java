package org.headwater.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Which words of two names go together: the closest pairs first, then words that one name writes apart and the other
 * together.
 */
final class Alignment {
    private final List<String> left;
    private final List<String> right;
    private final boolean[] leftUsed;
    private final boolean[] rightUsed;
    private final List<Pair> pairs = new ArrayList<>();

    private Alignment(List<String> left, List<String> right) {
        this.left = left;
        this.right = right;
        this.leftUsed = new boolean[left.size()];
        this.rightUsed = new boolean[right.size()];
    }

    /**
     * Aligns two names' words.
     *
     * @param likeness how alike two words are, 0 to 1; 0 keeps them apart
     */
    static Alignment of(List<String> left, List<String> right, BiFunction<String, String, Double> likeness) {
        Alignment alignment = new Alignment(left, right);
        alignment.pairClosest(likeness);
        alignment.joinSplit(left, alignment.leftUsed, right, alignment.rightUsed);
        alignment.joinSplit(right, alignment.rightUsed, left, alignment.leftUsed);
        return alignment;
    }

    List<Pair> pairs() {
        return pairs;
    }

    List<String> leftOver() {
        return unused(left, leftUsed);
    }

    List<String> rightOver() {
        return unused(right, rightUsed);
    }

    private void pairClosest(BiFunction<String, String, Double> likeness) {
        record Option(int i, int j, double likeness) {}
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                double alike = likeness.apply(left.get(i), right.get(j));
                if (alike > 0) {
                    options.add(new Option(i, j, alike));
                }
            }
        }
        options.sort(Comparator.comparingDouble(Option::likeness)
                .reversed()
                .thenComparingInt(option -> Math.abs(option.i() - option.j()))
                .thenComparingInt(Option::i)
                .thenComparingInt(Option::j));
        for (Option option : options) {
            if (!leftUsed[option.i()] && !rightUsed[option.j()]) {
                leftUsed[option.i()] = true;
                rightUsed[option.j()] = true;
                pairs.add(new Pair(left.get(option.i()), right.get(option.j()), option.likeness()));
            }
        }
    }

    /** Two to four unused neighbours of one name that are one unused word of the other. */
    private void joinSplit(List<String> apart, boolean[] apartUsed, List<String> whole, boolean[] wholeUsed) {
        for (int j = 0; j < whole.size(); j++) {
            for (int n = 4; n >= 2 && !wholeUsed[j]; n--) {
                for (int i = 0; i + n <= apart.size() && !wholeUsed[j]; i++) {
                    joinRun(apart, apartUsed, new int[] {i, n}, whole.get(j), wholeUsed, j);
                }
            }
        }
    }

    @SuppressWarnings("TooManyParameters")
    private void joinRun(List<String> apart, boolean[] used, int[] run, String word, boolean[] wholeUsed, int at) {
        StringBuilder joined = new StringBuilder();
        for (int k = run[0]; k < run[0] + run[1]; k++) {
            if (used[k]) {
                return;
            }
            joined.append(apart.get(k));
        }
        if (joined.length() >= 4 && Spelling.alike(joined.toString(), word)) {
            for (int k = run[0]; k < run[0] + run[1]; k++) {
                used[k] = true;
            }
            wholeUsed[at] = true;
            pairs.add(new Pair(String.join(" ", apart.subList(run[0], run[0] + run[1])), word, 0.95));
        }
    }

    private static List<String> unused(List<String> words, boolean[] used) {
        List<String> over = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!used[i]) {
                over.add(words.get(i));
            }
        }
        return over;
    }

    /**
     * Words that go together.
     *
     * @param left of the one name
     * @param right of the other
     * @param likeness 0 to 1
     */
    record Pair(String left, String right, double likeness) {}
}
