package org.headwater.statements.marks;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import org.headwater.model.Span;

/**
 * Words and names in simplified Chinese by HanLP's segmenter, with what comes in its own jar: nothing is fetched. Loaded
 * at the first sentence. Safe to share between threads.
 */
final class ChineseNames {
    private ChineseNames() {}

    /** Loaded with its class, hence once and safely. */
    private static final class Loaded {
        static final Segment SEGMENT = HanLP.newSegment()
                .enableOffset(true)
                .enableNameRecognize(true)
                .enableTranslatedNameRecognize(true)
                .enablePlaceRecognize(true)
                .enableOrganizationRecognize(true);
    }

    /** The words of a text in simplified characters, in order. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        for (Term term : Loaded.SEGMENT.seg(text)) {
            Span span = new Span(term.offset, term.offset + term.word.length());
            words.add(new Word(span, term.nature == null ? "" : term.nature.toString()));
        }
        return words;
    }

    /**
     * A word.
     *
     * @param span where it stands
     * @param nature HanLP's tag: {@code nr} persons, {@code ns} places, {@code nt} organisations, {@code v} verbs …
     */
    record Word(Span span, String nature) {
        boolean isPerson() {
            return nature.startsWith("nr");
        }

        boolean isOrganisation() {
            return nature.startsWith("nt");
        }

        boolean isNominal() {
            return nature.startsWith("n") || nature.equals("vn") || nature.startsWith("g") || nature.startsWith("a");
        }
    }
}
