package org.headwater.entities;

/**
 * Distance between two spellings of a word, in letters: a swap of unlike letters costs 1, of letters that
 * transliterations and ears confuse less. Optimal string alignment (Damerau 1964) with weights. Words are lower-case
 * ASCII.
 */
final class Spelling {
    private static final String[] CONFUSED = {
        "ckq", "sz", "sx", "iyj", "vw", "vb", "fv", "gj", "dt", "gk", "uw", "0o", "1i", "1l", "3e", "4a", "5s", "7t",
        "8b", "9g", "2z", "pb", "zj", "hx", "cs", "uv", "vf"
    };
    private static final String[] SOUNDALIKE = {"mn", "lr"};
    private static final boolean[][] NEAR = pairs(CONFUSED);
    private static final boolean[][] SOUNDS = pairs(SOUNDALIKE);
    private static final double NEAR_COST = 0.3;
    private static final double HALF = 0.5;
    private static final double DOUBLED = 0.2;
    private static final double SWAPPED = 0.6;

    private Spelling() {}

    /** What the letters may differ by for the words still to be one word: grows with the shorter word's length. */
    static double allowance(int length) {
        if (length <= 2) {
            return NEAR_COST;
        }
        if (length == 3) {
            return HALF;
        }
        return length < 8 ? 1.0 : length < 11 ? 1.5 : 2.0;
    }

    /** Whether two words may be one word spelt in two ways. */
    static boolean alike(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        return Math.abs(a.length() - b.length()) <= 3 && distance(a, b) <= allowance(shorter) + 1e-9;
    }

    static double distance(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        double[][] cost = new double[a.length() + 1][b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            cost[i][0] = cost[i - 1][0] + missing(a, i - 1);
        }
        for (int j = 1; j <= b.length(); j++) {
            cost[0][j] = cost[0][j - 1] + missing(b, j - 1);
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                double best = cost[i - 1][j - 1] + swap(a.charAt(i - 1), b.charAt(j - 1));
                best = Math.min(best, cost[i - 1][j] + missing(a, i - 1));
                best = Math.min(best, cost[i][j - 1] + missing(b, j - 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, cost[i - 2][j - 2] + SWAPPED);
                }
                cost[i][j] = best;
            }
        }
        return cost[a.length()][b.length()];
    }

    private static double swap(char a, char b) {
        if (a == b) {
            return 0;
        }
        if (a < 128 && b < 128) {
            if (NEAR[a][b]) {
                return NEAR_COST;
            }
            if (SOUNDS[a][b]) {
                return HALF;
            }
        }
        return isVowel(a) && isVowel(b) ? HALF : 1;
    }

    private static double missing(String word, int at) {
        char c = word.charAt(at);
        if (at > 0 && word.charAt(at - 1) == c) {
            return DOUBLED;
        }
        if (c == 'h') {
            return 0.4;
        }
        return isVowel(c) || c == 'y' ? HALF : 1;
    }

    static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }

    private static boolean[][] pairs(String[] groups) {
        boolean[][] table = new boolean[128][128];
        for (String group : groups) {
            for (int i = 0; i < group.length(); i++) {
                for (int j = 0; j < group.length(); j++) {
                    table[group.charAt(i)][group.charAt(j)] = true;
                }
            }
        }
        return table;
    }
}
