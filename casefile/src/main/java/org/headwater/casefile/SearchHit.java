package org.headwater.casefile;

import java.util.List;
import org.headwater.model.Document;
import org.headwater.model.Span;

/**
 * A document that a search found.
 *
 * @param document the document, masked
 * @param score how well it matches; comparable within one search only
 * @param matches the stretches of its text that match, by place
 */
public record SearchHit(Document document, float score, List<Span> matches) {
    public SearchHit {
        matches = List.copyOf(matches);
    }
}
