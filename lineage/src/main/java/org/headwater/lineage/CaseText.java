package org.headwater.lineage;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import org.headwater.model.Document;

/** A document of the case, prepared for comparison. */
final class CaseText {
    /** Any run of this many seeds leaves at least one of them in the index (winnowing; Schleimer et al., SIGMOD 2003). */
    private static final int WINDOW = 4;

    final Document document;
    final Alignment.Prepared prepared;
    final BitSet quoted;
    final Credits credits;
    /** The seeds by which the document is found: distinct, ascending. */
    final long[] fingerprints;

    CaseText(Document document, ReuseSettings settings) {
        this.document = document;
        this.prepared = new Alignment.Prepared(document.text(), settings.seedWords());
        this.quoted = Quotations.words(document.text(), prepared.words);
        this.credits = Credits.of(document);
        this.fingerprints = winnow(prepared.runs);
    }

    /** Who published it, folded; the host of its address if the outlet is not known; empty if neither is. */
    Optional<String> site() {
        return document.outlet()
                .value()
                .map(Credits::fold)
                .or(() -> document.host().map(host -> host.toLowerCase(Locale.ROOT)));
    }

    /** Number of words that lie inside these blocks on the first side. */
    static int covered(Iterable<Alignment.Block> blocks) {
        BitSet words = new BitSet();
        blocks.forEach(block -> words.set(block.aBegin(), block.aEnd()));
        return words.cardinality();
    }

    private static long[] winnow(long[] runs) {
        if (runs.length <= WINDOW) {
            return java.util.Arrays.stream(runs).sorted().distinct().toArray();
        }
        BitSet chosen = new BitSet();
        for (int i = 0; i + WINDOW <= runs.length; i++) {
            int least = i;
            for (int j = i + 1; j < i + WINDOW; j++) {
                if (runs[j] < runs[least]) {
                    least = j;
                }
            }
            chosen.set(least);
        }
        return chosen.stream().mapToLong(i -> runs[i]).sorted().distinct().toArray();
    }
}
