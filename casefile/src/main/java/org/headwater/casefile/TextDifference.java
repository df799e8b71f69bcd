package org.headwater.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The paragraphs by which one text differs from another. White space counts for nothing, and neither does the order of
 * paragraphs: one that only moved is in both.
 *
 * @param removed paragraphs of the first text that the second lacks, in their order
 * @param added paragraphs of the second text that the first lacks, in their order
 */
public record TextDifference(List<String> removed, List<String> added) {
    public TextDifference {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** What lies between these texts. Takes time and memory in proportion to their length. */
    public static TextDifference between(String before, String after) {
        List<String> first = paragraphs(before);
        List<String> second = paragraphs(after);
        return new TextDifference(lacking(first, second), lacking(second, first));
    }

    private static List<String> paragraphs(String text) {
        return text.lines()
                .map(TextDifference::evenly)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** These words with one space between any two. */
    static String evenly(String words) {
        return words.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    private static List<String> lacking(List<String> from, List<String> in) {
        Map<String, Integer> there = new HashMap<>();
        in.forEach(each -> there.merge(each, 1, Integer::sum));
        List<String> lacking = new ArrayList<>();
        for (String each : from) {
            if (there.merge(each, -1, Integer::sum) < 0) {
                lacking.add(each);
            }
        }
        return lacking;
    }

    /** Whether the texts say the same. */
    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }
}
