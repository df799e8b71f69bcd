package org.headwater.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.model.Attribution;
import org.headwater.model.Citation;
import org.headwater.model.CitedOrigin;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.Origin;
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
 *   <li>Somebody without a name ("an official") is no origin: whoever is said to have spoken with them is, else the outlet.
 *   <li>A foreign ministry, an embassy and a person in office speak for their government or body. Newsrooms that say they
 *       investigated together are one.
 *   <li>Whatever body of a state speaks of that state's own act, and in whatever company, it is that state's government:
 *       "the Dutch and Irish governments ordered" is, of the Netherlands, the Dutch government.
 *   <li>An act that is reported with nobody who says so ("the ministry has closed …") is an official act; one that is only
 *       alleged is not its actor's knowledge.
 * </ol>
 *
 * <p>One party is one origin. Whether two parties had the same informant cannot be seen from what they published; nor can
 * a source that an outlet leaves out. Immutable and safe to share between threads.
 */
public final class OriginTracer {
    private static final Set<Origin.Kind> OFFICIAL = Set.of(Origin.Kind.OFFICIAL_STATEMENT, Origin.Kind.OFFICIAL_ACT);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'\u2019-]*");
    private static final int LEAST_WORDS = 3;
    private static final int LEAST_CHARACTERS = 6;

    private final Parties parties;
    private final OwnActs ownActs;

    private OriginTracer(Parties parties, OwnActs ownActs) {
        this.parties = parties;
        this.ownActs = ownActs;
    }

    /** A tracer that knows these entities; a party that is none of them goes by its name as written. */
    public static OriginTracer of(Map<EntityId, Entity> entities) {
        return of(entities, StateNames.NONE);
    }

    /**
     * The same, knowing states by name.
     *
     * @param states tells which parties are bodies of a state
     */
    public static OriginTracer of(Map<EntityId, Entity> entities, StateNames states) {
        return new OriginTracer(new Parties(entities, states), new OwnActs(states));
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
        return trace(documents, statements, derivations, List.of());
    }

    /**
     * The same, knowing whom the documents give as their sources.
     *
     * @param citations those of the documents, which tell for whom a person speaks and through whom; in any order
     */
    public List<OriginTrace> trace(
            Collection<Document> documents,
            Collection<Statement> statements,
            Collection<Derivation> derivations,
            Collection<Citation> citations) {
        Speakers speakers = new Speakers(parties, statements, citations);
        List<Statement> heard = statements.stream().map(speakers::heard).toList();
        List<OriginTrace> traces = new UpstreamWalk(parties, ownActs, documents, heard, derivations).traces();
        JointInvestigations joint = JointInvestigations.of(
                documents, newsrooms(traces.stream().flatMap(trace -> trace.origin().stream())), parties);
        return traces.stream().map(trace -> shared(trace, joint)).toList();
    }

    /**
     * The parties that documents give as their sources, whether or not a statement was read there; sources without a name
     * are left out, and so is what says less than a claim ("denied the reports"). By document, then place.
     *
     * @param documents every document that the citations name, in any order
     * @param citations in any order
     * @param traced where statements of the documents lead: a body that speaks for its government in a document does so
     *     wherever that document cites it
     */
    public List<CitedOrigin> cited(
            Collection<Document> documents, Collection<Citation> citations, Map<DocumentId, List<OriginTrace>> traced) {
        Speakers speakers = new Speakers(parties, List.of(), citations);
        Map<DocumentId, Document> byId =
                documents.stream().collect(Collectors.toMap(Document::id, Function.identity(), (one, other) -> one));
        List<CitedOrigin> cited = citations.stream()
                .filter(citation -> byId.containsKey(citation.document()))
                .sorted(Comparator.comparing(Citation::document)
                        .thenComparing(Citation::span)
                        .thenComparing(
                                citation -> citation.attribution().speaker().name()))
                .filter(citation ->
                        isClaim(citation.span().of(byId.get(citation.document()).text())))
                .flatMap(citation -> cited(byId.get(citation.document()), citation, speakers.heard(citation)).stream())
                .map(each -> forGovernment(each, traced.getOrDefault(each.document(), List.of())))
                .toList();
        JointInvestigations joint =
                JointInvestigations.of(documents, newsrooms(cited.stream().map(CitedOrigin::origin)), parties);
        return cited.stream()
                .map(each -> new CitedOrigin(each.document(), each.span(), joint.shared(each.origin()), each.steps()))
                .toList();
    }

    private Optional<CitedOrigin> cited(Document document, Citation citation, Attribution chain) {
        Attribution.Step speaker = parties.speaker(chain.steps());
        String outlet = parties.outlet(document);
        if (speaker.how() == Attribution.How.OUTLET || parties.isShortFor(parties.name(speaker), outlet)) {
            return Optional.empty();
        }
        List<OriginTrace.Step> steps = new ArrayList<>();
        String from = outlet;
        for (Attribution.Step party : chain.steps()) {
            String name = parties.name(party);
            boolean itself = party.how() == Attribution.How.OUTLET || parties.isSame(name, from);
            if (!itself && parties.isSomebody(party)) {
                steps.add(new OriginTrace.Step(from, name, Optional.empty(), Parties.reason(party, name)));
                from = name;
            }
        }
        return Optional.of(new CitedOrigin(document.id(), citation.span(), parties.origin(speaker), steps));
    }

    /** "The reports" and "1 November" are what somebody speaks of, not what they say. */
    private static boolean isClaim(String words) {
        return WORD.matcher(words).results().limit(LEAST_WORDS).count() == LEAST_WORDS
                || words.codePoints()
                                .filter(Character::isIdeographic)
                                .limit(LEAST_CHARACTERS)
                                .count()
                        == LEAST_CHARACTERS;
    }

    /** The government that the party speaks for elsewhere in the document, if a statement's way ends so. */
    private CitedOrigin forGovernment(CitedOrigin cited, List<OriginTrace> traces) {
        String body = cited.origin().party();
        return traces.stream()
                .flatMap(trace -> government(trace, body).stream())
                .findFirst()
                .map(government -> new CitedOrigin(
                        cited.document(), cited.span(), Parties.speaking(government, body), cited.steps()))
                .orElse(cited);
    }

    private Optional<String> government(OriginTrace trace, String body) {
        OriginTrace.Step last = trace.steps().get(trace.steps().size() - 1);
        return trace.origin()
                .filter(origin -> OFFICIAL.contains(origin.kind()))
                .map(Origin::party)
                .filter(party -> !parties.isSame(party, body))
                .filter(party -> parties.isSame(last.from(), body) && parties.isSame(last.to(), party));
    }

    private static Set<String> newsrooms(Stream<Origin> origins) {
        return origins.filter(origin -> origin.kind() == Origin.Kind.OWN_INVESTIGATION)
                .map(Origin::party)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static OriginTrace shared(OriginTrace trace, JointInvestigations joint) {
        Optional<Origin> origin = trace.origin().map(joint::shared);
        if (origin.equals(trace.origin())) {
            return trace;
        }
        List<OriginTrace.Step> steps = new ArrayList<>(trace.steps());
        steps.add(new OriginTrace.Step(
                trace.origin().orElseThrow().party(),
                origin.orElseThrow().party(),
                Optional.empty(),
                origin.orElseThrow().reason()));
        return new OriginTrace(trace.statement(), origin, steps, trace.ownReporting());
    }
}
