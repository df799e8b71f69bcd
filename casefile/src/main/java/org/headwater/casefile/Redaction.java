package org.headwater.casefile;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Span;

/**
 * Words of a document that a person decided to show to nobody.
 *
 * <p>The decision says where they stand and not what they are, so that neither the custody log nor a bundle repeats them;
 * the words are kept with what the case withholds, so that they stay covered if a later reader places them elsewhere.
 *
 * @param document where they stand
 * @param span the place in it
 * @param words what stands there
 */
record Redaction(DocumentId document, Span span, String words) {
    private static final String BEGIN = "begin";
    private static final String END = "end";

    /** Shorter words, an age or "he", stand for something else in other documents. */
    private static final int LETTERS_EVERYWHERE = 4;

    /** A sentence of a longer passage is covered by itself too if it says enough to be recognised. */
    private static final int LETTERS_OF_A_SENTENCE = 20;

    /** As the changes of a decision on the document. */
    static Map<String, String> changes(Span span) {
        return Map.of(BEGIN, Integer.toString(span.begin()), END, Integer.toString(span.end()));
    }

    /**
     * The place that a decision's changes name.
     *
     * @throws IllegalArgumentException if they name none
     */
    static Span span(Map<String, String> changes) {
        return new Span(
                Integer.parseInt(changes.getOrDefault(BEGIN, "")), Integer.parseInt(changes.getOrDefault(END, "")));
    }

    /**
     * What is redacted by these decisions. Of a document that is not there the words are taken from those known before.
     *
     * @param holding decisions that hold
     * @param known what was redacted before
     */
    static List<Redaction> of(
            List<Decision> holding, Function<DocumentId, Optional<Document>> load, List<Redaction> known) {
        Map<String, List<Redaction>> before =
                known.stream().distinct().collect(Collectors.groupingBy(each -> each.document() + " " + each.span()));
        List<Redaction> redactions = new ArrayList<>();
        for (Decision decision : holding) {
            if (decision.action() == Decision.Action.REDACT) {
                DocumentId document = new DocumentId(decision.target());
                Span span = span(decision.changes());
                redactions.addAll(load.apply(document)
                        .filter(there -> span.end() <= there.text().length())
                        .map(there -> List.of(new Redaction(document, span, there.quote(span))))
                        .orElseGet(() -> before.getOrDefault(document + " " + span, List.of())));
            }
        }
        return List.copyOf(redactions);
    }

    /**
     * Those that still have something to cover in these documents. The words of one whose document was erased are kept for
     * as long as another document has them, and no longer.
     */
    static List<Redaction> stillNeeded(List<Redaction> redactions, Collection<Document> documents) {
        Set<DocumentId> there = documents.stream().map(Document::id).collect(Collectors.toSet());
        return redactions.stream()
                .filter(each -> there.contains(each.document()) || each.isIn(documents))
                .toList();
    }

    private boolean isIn(Collection<Document> documents) {
        Withholding alone = Withholding.of(WithheldWords.NONE.withRedactions(List.of(this)));
        return documents.stream().anyMatch(alone::isRedacted);
    }

    /** Whether its words are covered in every document, rather than in its own alone. */
    boolean isEverywhere() {
        return letters(words) >= LETTERS_EVERYWHERE;
    }

    /** What is covered: the words, and each sentence of a longer passage, of which others may have taken only some. */
    List<String> needles() {
        List<String> needles = new ArrayList<>(List.of(words.strip()));
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(words);
        int begin = sentences.first();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            String sentence = words.substring(begin, end).strip();
            if (letters(sentence) >= LETTERS_OF_A_SENTENCE && !needles.contains(sentence)) {
                needles.add(sentence);
            }
            begin = end;
        }
        return needles;
    }

    /** Letters and digits; a character that is a word or half of one counts as two. */
    static int letters(String words) {
        return words.codePoints()
                .map(c -> Character.isIdeographic(c) ? 2 : Character.isLetterOrDigit(c) ? 1 : 0)
                .sum();
    }
}
