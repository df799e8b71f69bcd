package org.headwater.lineage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.OriginTrace;
import org.headwater.model.Statement;

/**
 * Follows each statement upstream to where its knowledge starts. What counts as independent:
 *
 * <ol>
 *   <li>Words that a document copied, reprinted or translated have the origin they have in its source.
 *   <li>A named speaker is the origin, under the name of its entity, so that a spokesperson and the ministry are one.
 *   <li>A speaker that is the outlet of another document of the case is followed into that document's same claim. A chain
 *       that comes back to a claim it has passed is circular and has no origin.
 *   <li>A claim without speaker goes to the one party that the same article names for the same claim, or on which the
 *       whole article rests; else to the outlet, as its own investigation if the text says that it looked for itself, as
 *       unsourced if not.
 * </ol>
 *
 * <p>One party is one origin. Whether two parties had the same informant cannot be seen from what they published; nor can
 * a source that an outlet leaves out. Immutable and safe to share between threads.
 */
public final class OriginTracer {
    private final Parties parties;

    private OriginTracer(Parties parties) {
        this.parties = parties;
    }

    /** A tracer that knows these entities; a party that is none of them goes by its name as written. */
    public static OriginTracer of(Map<EntityId, Entity> entities) {
        return new OriginTracer(new Parties(entities));
    }

    /**
     * One trace for each statement, by statement id.
     *
     * @param documents every document that statements or derivations name, in any order
     * @param statements with names resolved to entities as far as they are known, in any order
     * @param derivations those between the documents; a source outside them is not followed
     * @throws IllegalArgumentException if a statement's document is not among the documents
     */
    public List<OriginTrace> trace(
            Collection<Document> documents, Collection<Statement> statements, Collection<Derivation> derivations) {
        UpstreamWalk walk = new UpstreamWalk(parties, documents, statements, derivations);
        return walk.traces();
    }
}
