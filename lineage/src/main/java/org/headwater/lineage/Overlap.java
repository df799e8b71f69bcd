package org.headwater.lineage;

import java.util.List;

/**
 * What two documents of a case share, before it is known which took it from which.
 *
 * @param a the one with the lesser id
 * @param b the other
 * @param blocks the shared stretches, furniture of sites left out; never empty
 * @param shareOfA share of the words of {@code a}, furniture left out, that stand in {@code b} too
 * @param shareOfB the same of {@code b}
 */
record Overlap(CaseText a, CaseText b, List<Alignment.Block> blocks, double shareOfA, double shareOfB) {

    static Overlap of(CaseText a, CaseText b, List<Alignment.Block> blocks, Boilerplate boilerplate) {
        List<Alignment.Block> swapped =
                blocks.stream().map(Alignment.Block::swapped).toList();
        return new Overlap(a, b, blocks, share(a, blocks, boilerplate), share(b, swapped, boilerplate));
    }

    /** The same seen from the other side. */
    Overlap swapped() {
        return new Overlap(b, a, blocks.stream().map(Alignment.Block::swapped).toList(), shareOfB, shareOfA);
    }

    /** Whether both print (nearly) the same article: almost all of one, or most of both among each site's furniture. */
    boolean isNearlySame(ReuseSettings settings) {
        double more = Math.max(shareOfA, shareOfB);
        double less = Math.min(shareOfA, shareOfB);
        return (more >= settings.copyShare() && less >= 0.5) || less >= 0.65;
    }

    /** Whether every shared stretch is a quotation on both sides. */
    boolean isQuotation() {
        for (Alignment.Block block : blocks) {
            int inA = a.quoted.get(block.aBegin(), block.aEnd()).cardinality();
            int inB = b.quoted.get(block.bBegin(), block.bEnd()).cardinality();
            if (inA < 0.7 * block.aLength() || inB < 0.7 * (block.bEnd() - block.bBegin())) {
                return false;
            }
        }
        return true;
    }

    private static double share(CaseText text, List<Alignment.Block> blocks, Boilerplate boilerplate) {
        int furniture = boilerplate.words(text).cardinality();
        int own = Math.max(1, text.prepared.words.count() - furniture);
        return Math.min(1, blocks.stream().mapToInt(Alignment.Block::matched).sum() / (double) own);
    }
}
