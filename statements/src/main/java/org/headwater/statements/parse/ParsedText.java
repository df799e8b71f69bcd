package org.headwater.statements.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.headwater.model.Span;

/**
 * A text whose sentences are split at once and parsed when first asked for, each only once; so that all who read the same
 * document share the work.
 *
 * <p>Safe to share between threads: at worst a sentence is parsed twice, with the same result.
 */
public final class ParsedText {
    private final Parser parser;
    private final String text;
    private final List<Span> spans;
    private final int[] paragraphs;
    private final AtomicReferenceArray<Sentence> parsed;

    private ParsedText(Parser parser, String text) {
        this.parser = parser;
        this.text = text;
        this.spans = parser.sentences(text);
        this.paragraphs = paragraphsOf(text, spans);
        this.parsed = new AtomicReferenceArray<>(spans.size());
    }

    public static ParsedText of(Parser parser, String text) {
        return new ParsedText(parser, text);
    }

    public String text() {
        return text;
    }

    /** Where the sentences stand, in order. */
    public List<Span> sentences() {
        return spans;
    }

    /** Number of sentences. */
    public int size() {
        return spans.size();
    }

    /** The parsed sentence of this place in {@link #sentences()}. */
    public Sentence sentence(int index) {
        Sentence known = parsed.get(index);
        if (known != null) {
            return known;
        }
        Sentence fresh = parser.parse(text, spans.get(index));
        parsed.set(index, fresh);
        return fresh;
    }

    /** Which paragraph the sentence stands in; neighbours with equal numbers stand in one paragraph. */
    public int paragraph(int index) {
        return paragraphs[index];
    }

    /** Place of the first sentence that ends after the offset; empty if none does. */
    public Optional<Integer> sentenceAt(int offset) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (spans.get(middle).end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < spans.size() ? Optional.of(low) : Optional.empty();
    }

    /** Places of all sentences that share at least one unit with the span. */
    public List<Integer> sentencesIn(Span part) {
        List<Integer> found = new ArrayList<>();
        int first = sentenceAt(part.begin()).orElse(spans.size());
        for (int i = first; i < spans.size() && spans.get(i).begin() < part.end(); i++) {
            if (spans.get(i).overlaps(part)) {
                found.add(i);
            }
        }
        return found;
    }

    private static int[] paragraphsOf(String text, List<Span> sentences) {
        List<Span> all = Paragraphs.of(text);
        int[] numbers = new int[sentences.size()];
        int paragraph = 0;
        for (int i = 0; i < sentences.size(); i++) {
            while (all.get(paragraph).end() <= sentences.get(i).begin()) {
                paragraph++;
            }
            numbers[i] = paragraph;
        }
        return numbers;
    }
}
