package org.headwater.model;

import java.util.List;

/**
 * A party that a document rests on because it gives that party as a source.
 *
 * @param document the document
 * @param span what the party is said to have said
 * @param origin the origin that the party is
 * @param steps each step from the document's outlet to it, with its reason
 */
public record CitedOrigin(DocumentId document, Span span, Origin origin, List<OriginTrace.Step> steps) {
    public CitedOrigin {
        steps = List.copyOf(steps);
    }
}
