package org.headwater.exchange.bag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.headwater.casefile.words.FindingWords;

/**
 * What a bag does not have, by the reason for it. The digests of originals stay in the bag, so that it can still be checked
 * against them.
 *
 * @param masked number of originals in which something is masked
 * @param unsearched number of originals in a language in which persons are not looked for, or which cannot be told
 * @param otherFormats number of originals in a format that may hold more than meets the eye, or that were not read
 * @param texts number of texts that are in such a language
 */
public record HeldBack(int masked, int unsearched, int otherFormats, int texts) {
    static final HeldBack NOTHING = new HeldBack(0, 0, 0, 0);
    static final HeldBack MASKED = new HeldBack(1, 0, 0, 0);
    static final HeldBack UNSEARCHED = new HeldBack(0, 1, 0, 0);
    static final HeldBack OTHER_FORMAT = new HeldBack(0, 0, 1, 0);
    static final HeldBack TEXT = new HeldBack(0, 0, 0, 1);

    HeldBack plus(HeldBack other) {
        return new HeldBack(
                masked + other.masked,
                unsearched + other.unsearched,
                otherFormats + other.otherFormats,
                texts + other.texts);
    }

    /** Number of originals, for whatever reason. */
    public int originals() {
        return masked + unsearched + otherFormats;
    }

    /**
     * In words, with the reasons: "3 originals (2 in which something is masked, 1 in a format that may hide words)"; empty
     * if nothing is held back.
     */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (originals() > 0) {
            List<String> reasons = new ArrayList<>();
            add(masked, "in which something is masked", reasons);
            add(unsearched, "in a language in which persons are not looked for, or that cannot be told", reasons);
            add(otherFormats, "in a format that may hide words, or not read", reasons);
            words.add(FindingWords.count(originals(), "original") + " (" + String.join(", ", reasons) + ")");
        }
        if (texts > 0) {
            words.add(FindingWords.count(texts, "text") + " in such a language");
        }
        return words;
    }

    private static void add(int number, String reason, List<String> reasons) {
        if (number > 0) {
            reasons.add(String.format(Locale.ROOT, "%,d %s", number, reason));
        }
    }
}
