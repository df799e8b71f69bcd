package org.headwater.lineage;

import java.util.ArrayList;
import java.util.List;
import org.headwater.model.Passage;
import org.headwater.model.Span;

/**
 * Aligns what two texts share, word by word: case, quotation marks, diacritics and line breaks do not matter, and a
 * passage runs across small edits and gaps. Pairwise; {@link DerivationFinder} knows which pairs are worth it.
 *
 * <p>Seeds of equal word runs, extended and merged, as in the text alignment task of PAN (Potthast et al., CLEF 2013).
 * Immutable and safe to share between threads.
 */
public final class PassageAligner {
    private final ReuseSettings settings;
    private final Alignment alignment;

    private PassageAligner(ReuseSettings settings) {
        this.settings = settings;
        this.alignment = new Alignment(settings);
    }

    public static PassageAligner of(ReuseSettings settings) {
        return new PassageAligner(settings);
    }

    /** The shared passages by place in the derived text, in UTF-16 units; empty if nothing long enough is shared. */
    public List<Passage> align(String derived, String source) {
        Alignment.Prepared a = new Alignment.Prepared(derived, settings.seedWords());
        Alignment.Prepared b = new Alignment.Prepared(source, settings.seedWords());
        List<Passage> passages = new ArrayList<>();
        for (Alignment.Block block : alignment.align(a, b)) {
            passages.add(passage(block, a.words, b.words));
        }
        return passages;
    }

    static Passage passage(Alignment.Block block, Words derived, Words source) {
        return new Passage(
                new Span(derived.begin(block.aBegin()), derived.end(block.aEnd() - 1)),
                new Span(source.begin(block.bBegin()), source.end(block.bEnd() - 1)));
    }
}
