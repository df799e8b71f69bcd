package org.headwater.lineage;

/**
 * What counts as reuse. Lengths are in words; two characters of a script without spaces weigh about as much as a word
 * and a third.
 *
 * @param seedWords length of the word runs that are looked up to find shared text; shorter finds heavier edits and costs
 *     more
 * @param gapWords longest stretch of changed, inserted or left-out words that one passage runs across
 * @param passageWords fewest matching words of a passage
 * @param copyShare share of a document's words from which on it is a copy rather than its own article
 * @param boilerplateDocuments number of different articles of one outlet on which the same words are furniture of the
 *     site and no reuse
 * @param documentsPerSeed a run of words in more documents than this leads to no comparison by itself
 * @param comparisonsPerDocument with how many others a document is compared word by word: those that share the most runs
 *     of words with it and, of equals, the earliest
 */
public record ReuseSettings(
        int seedWords,
        int gapWords,
        int passageWords,
        double copyShare,
        int boilerplateDocuments,
        int documentsPerSeed,
        int comparisonsPerDocument) {
    public ReuseSettings {
        atLeast("seedWords", seedWords, 2);
        atLeast("gapWords", gapWords, 0);
        atLeast("passageWords", passageWords, seedWords);
        atLeast("boilerplateDocuments", boilerplateDocuments, 2);
        atLeast("documentsPerSeed", documentsPerSeed, 2);
        atLeast("comparisonsPerDocument", comparisonsPerDocument, 1);
        if (!(copyShare > 0 && copyShare <= 1)) {
            throw new IllegalArgumentException("Invalid copyShare: " + copyShare + " (must be above 0, at most 1)");
        }
    }

    /** Settings that serve news articles, reports and web pages. */
    public static ReuseSettings usual() {
        return new ReuseSettings(5, 24, 14, 0.8, 3, 2_000, 50);
    }

    private static void atLeast(String name, int value, int bound) {
        if (value < bound) {
            throw new IllegalArgumentException("Invalid " + name + ": " + value + " (must be " + bound + " or more)");
        }
    }
}
