package org.headwater.model;

import java.util.List;
import java.util.Optional;

/**
 * The way from a statement upstream to where its knowledge starts, one step at a time.
 *
 * @param statement whose way it is
 * @param origin where it ends; empty if it closes on itself, which is no origin at all
 * @param steps each step upstream with its reason, the statement's own document first
 * @param ownReporting whether the statement's own document is where the origin speaks first-hand (an interview, a
 *     document seen, an official asked), rather than a carrier of what others published
 */
public record OriginTrace(StatementId statement, Optional<Origin> origin, List<Step> steps, boolean ownReporting) {
    public OriginTrace {
        steps = List.copyOf(steps);
    }

    /**
     * One step upstream.
     *
     * @param from document or party the step starts at, by name
     * @param to document or party it leads to, by name
     * @param document the document it leads to, where that is in the case
     * @param reason what shows it ("reprint: 94 % of its words", "according to …")
     */
    public record Step(String from, String to, Optional<DocumentId> document, String reason) {}
}
