package org.headwater.casefile.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stretches of a text in which digits stand close enough for a number of papers or telephones, with room before them
 * for the words that introduce it. Few of an article's sentences have any, so looking only there saves most of the time.
 */
final class DenseDigits {
    private static final int FEWEST = 5;
    private static final int WITHIN = 26;
    private static final int BEFORE = 90;
    private static final int AFTER = 40;

    /** Begins and ends, in turn. */
    private final List<Integer> bounds = new ArrayList<>();

    private final String text;

    private DenseDigits(String text) {
        this.text = text;
    }

    static DenseDigits of(String text) {
        DenseDigits dense = new DenseDigits(text);
        int[] last = new int[FEWEST];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                last[count % FEWEST] = i;
                count++;
                if (count >= FEWEST && i - last[count % FEWEST] <= WITHIN) {
                    dense.cover(Math.max(0, last[count % FEWEST] - BEFORE), Math.min(text.length(), i + AFTER));
                }
            }
        }
        return dense;
    }

    private void cover(int begin, int end) {
        int size = bounds.size();
        if (size > 0 && begin <= bounds.get(size - 1)) {
            bounds.set(size - 1, end);
        } else {
            bounds.add(begin);
            bounds.add(end);
        }
    }

    /** Gives every match that lies in one of the stretches; what stands around them is seen by the pattern. */
    void matches(Pattern pattern, Found found) {
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true);
        for (int i = 0; i < bounds.size(); i += 2) {
            matcher.region(bounds.get(i), bounds.get(i + 1));
            while (matcher.find()) {
                found.match(matcher);
            }
        }
    }

    /** Is given a match. */
    @FunctionalInterface
    interface Found {
        void match(Matcher matcher);
    }
}
