package org.headwater.statements.explanation;

import java.util.List;
import java.util.function.UnaryOperator;
import org.headwater.model.Span;
import org.headwater.model.Statement;

/**
 * What came of one sentence.
 *
 * @param span where it stands
 * @param quote its words
 * @param found the statements found in it
 * @param misses patterns that were tried at some term and found nothing, the nearest first
 * @param terms the terms of the codebook that stand in it, as {@code list: “words”}
 */
public record SentenceExplanation(
        Span span, String quote, List<FoundExplanation> found, List<NearMiss> misses, List<String> terms) {
    public SentenceExplanation {
        found = List.copyOf(found);
        misses = List.copyOf(misses);
        terms = List.copyOf(terms);
    }

    SentenceExplanation masked(UnaryOperator<String> mask, UnaryOperator<Statement> statements) {
        return new SentenceExplanation(
                span,
                mask.apply(quote),
                found.stream().map(each -> each.masked(mask, statements)).toList(),
                misses.stream().map(each -> each.masked(mask)).toList(),
                terms.stream().map(mask).toList());
    }
}
