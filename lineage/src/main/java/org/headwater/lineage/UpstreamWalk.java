package org.headwater.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.headwater.model.Attribution;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Origin;
import org.headwater.model.OriginTrace;
import org.headwater.model.PartialDate;
import org.headwater.model.Polarity;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;

/** One run of {@link OriginTracer} over the values of a case. */
final class UpstreamWalk {
    private final Parties parties;
    private final OwnActs ownActs;
    private final Map<DocumentId, Document> documents = new TreeMap<>();
    private final Map<DocumentId, List<Statement>> byDocument = new TreeMap<>();
    private final Map<String, List<Document>> byOutlet = new HashMap<>();
    private final CopyPaths copies;

    UpstreamWalk(
            Parties parties,
            OwnActs ownActs,
            Collection<Document> documents,
            Collection<Statement> statements,
            Collection<Derivation> derivations) {
        this.parties = parties;
        this.ownActs = ownActs;
        documents.forEach(document -> this.documents.put(document.id(), document));
        statements.stream().sorted(Comparator.comparing(Statement::id)).forEach(statement -> {
            if (!this.documents.containsKey(statement.document())) {
                throw new IllegalArgumentException("Cannot trace statement " + statement.id() + ": its document "
                        + statement.document() + " is not given");
            }
            byDocument
                    .computeIfAbsent(statement.document(), key -> new ArrayList<>())
                    .add(statement);
        });
        this.documents.values().stream()
                .sorted(Comparator.comparing(UpstreamWalk::firstDay).thenComparing(Document::id))
                .forEach(document -> byOutlet.computeIfAbsent(
                                Credits.fold(parties.outlet(document)), key -> new ArrayList<>())
                        .add(document));
        this.copies = new CopyPaths(this.documents, byDocument, List.copyOf(derivations));
    }

    /** One trace for each statement, by statement id. */
    List<OriginTrace> traces() {
        return byDocument.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Statement::id))
                .map(this::trace)
                .toList();
    }

    private OriginTrace trace(Statement statement) {
        Walk end = walk(statement, new HashSet<>());
        return new OriginTrace(statement.id(), end.origin(), end.steps(), end.firstHand());
    }

    /**
     * Where a walk ends.
     *
     * @param firstHand whether the origin speaks in the very document the walk started in
     */
    private record Walk(List<OriginTrace.Step> steps, Optional<Origin> origin, boolean firstHand) {
        /** The same end reached after these steps, by way of other documents. */
        Walk after(List<OriginTrace.Step> first) {
            List<OriginTrace.Step> all = new ArrayList<>(first);
            all.addAll(steps);
            return new Walk(all, origin, false);
        }
    }

    /**
     * Walks upstream from a statement.
     *
     * @param passed the claims the walk has passed, to which this adds: one that was passed without reaching an origin
     *     need not be walked again
     */
    private Walk walk(Statement statement, Set<StatementId> passed) {
        List<CopyPaths.Place> path = copies.path(statement);
        List<OriginTrace.Step> steps = new ArrayList<>();
        for (int i = 1; i < path.size(); i++) {
            steps.add(copyStep(path.get(i - 1).document(), path.get(i)));
        }
        CopyPaths.Place last = path.get(path.size() - 1);
        if (!passed.add(last.statement().id())) {
            steps.add(circular(parties.outlet(last.document())));
            return new Walk(steps, Optional.empty(), false);
        }
        Walk rest = spoken(last, passed);
        return steps.isEmpty() ? rest : rest.after(steps);
    }

    private OriginTrace.Step copyStep(Document from, CopyPaths.Place to) {
        Derivation derivation = to.step().orElseThrow();
        String what = derivation.kind().word().replace('-', ' ') + " of "
                + to.document().label() + ": " + derivation.reason();
        return new OriginTrace.Step(
                parties.outlet(from),
                parties.outlet(to.document()),
                Optional.of(to.document().id()),
                what);
    }

    /** The origin of a claim that its document did not copy: whoever is said to have said it. */
    private Walk spoken(CopyPaths.Place place, Set<StatementId> passed) {
        Document document = place.document();
        if (isNamed(place.statement(), document) && !isAllegedAct(place.statement())) {
            return cited(place.statement(), document, passed);
        }
        Optional<Statement> named = place.isRead() ? namedInSameArticle(place.statement()) : Optional.empty();
        if (named.isPresent()) {
            Attribution.Step speaker = named.get().attribution().speaker();
            String reason = Claims.isSame(place.statement(), named.get())
                    ? "the same article gives " + parties.name(speaker) + " as the source of the same claim"
                    : "the whole article rests on " + parties.name(speaker);
            OriginTrace.Step step =
                    new OriginTrace.Step(parties.outlet(document), parties.name(speaker), Optional.empty(), reason);
            Walk rest = cited(place.statement().withAttribution(named.get().attribution()), document, passed);
            List<OriginTrace.Step> steps = new ArrayList<>(List.of(step));
            steps.addAll(rest.steps());
            return new Walk(steps, rest.origin(), rest.firstHand());
        }
        return ofOutlet(place);
    }

    private Walk ofOutlet(CopyPaths.Place place) {
        String outlet = parties.outlet(place.document());
        Optional<String> sign = place.where().flatMap(span -> ReportingSigns.near(place.document(), span, outlet));
        Origin origin = sign.map(words -> Parties.origin(
                        outlet, Origin.Kind.OWN_INVESTIGATION, outlet + " reports it itself: “" + words + "”"))
                .orElseGet(() -> Parties.origin(
                        outlet, Origin.Kind.UNSOURCED, "nobody is named, so that " + outlet + " has to stand for it"));
        OriginTrace.Step step = new OriginTrace.Step(
                outlet,
                outlet,
                Optional.of(place.document().id()),
                sign.isPresent() ? origin.reason() : "names no source");
        return new Walk(List.of(step), Optional.of(origin), sign.isPresent());
    }

    /** Follows the claim's chain of parties from the document's outlet to the last, and on where that is an outlet. */
    private Walk cited(Statement claim, Document document, Set<StatementId> passed) {
        List<Attribution.Step> chain = claim.attribution().steps();
        List<OriginTrace.Step> steps = new ArrayList<>();
        String outlet = parties.outlet(document);
        String from = outlet;
        boolean told = false;
        for (Attribution.Step party : chain) {
            String name = parties.name(party);
            if (party.how() == Attribution.How.OUTLET || parties.isSame(name, outlet)) {
                told |= party.how() == Attribution.How.TOLD;
            } else if (parties.isSomebody(party)) {
                steps.add(new OriginTrace.Step(from, name, Optional.empty(), Parties.reason(party, name)));
                from = name;
            }
        }
        Attribution.Step speaker = speaker(chain);
        Optional<Walk> followed = follow(claim, document, parties.name(speaker), passed);
        if (followed.isPresent()) {
            return followed.get().after(steps);
        }
        Origin origin = ownActs.government(claim, speaker, parties.name(speaker))
                .map(government -> parties.origin(speaker, government))
                .orElseGet(() -> parties.origin(speaker));
        steps.add(new OriginTrace.Step(from, origin.party(), Optional.empty(), origin.reason()));
        return new Walk(steps, Optional.of(origin), told);
    }

    /** Into the cited outlet's own document with the same claim, if the case has one. */
    private Optional<Walk> follow(Statement claim, Document document, String party, Set<StatementId> passed) {
        Optional<Walk> circular = Optional.empty();
        for (Document other : byOutlet.getOrDefault(Credits.fold(party), List.of())) {
            if (other.id().equals(document.id())) {
                continue;
            }
            for (Statement same : byDocument.getOrDefault(other.id(), List.of())) {
                if (!Claims.isSame(claim, same)) {
                    continue;
                }
                Walk walk = walk(same, passed);
                OriginTrace.Step into = new OriginTrace.Step(
                        party, party, Optional.of(other.id()), "its own article in the case makes the claim");
                Walk whole = walk.after(List.of(into));
                if (whole.origin().isPresent()) {
                    return Optional.of(whole);
                }
                circular = circular.or(() -> Optional.of(whole));
            }
        }
        return circular;
    }

    private boolean isAct(Statement statement) {
        return speaker(statement.attribution().steps()).how() == Attribution.How.ACTOR;
    }

    /** An act that is alleged, with nobody who alleges it: the party accused is no source of it. */
    private boolean isAllegedAct(Statement statement) {
        return isAct(statement) && OwnActs.isAlleged(statement);
    }

    private boolean isNamed(Statement statement, Document document) {
        return statement.attribution().steps().stream()
                .anyMatch(step -> isOther(step, document) && !OwnActs.isPlaceOnly(statement, step));
    }

    private boolean isOther(Attribution.Step step, Document document) {
        return step.how() != Attribution.How.OUTLET
                && parties.isSomebody(step)
                && !parties.isSame(parties.name(step), parties.outlet(document));
    }

    private Attribution.Step speaker(List<Attribution.Step> chain) {
        return parties.speaker(chain);
    }

    /** A statement of the same article whose speaker stands for this one too, if there is exactly one such party. */
    private Optional<Statement> namedInSameArticle(Statement statement) {
        Document document = documents.get(statement.document());
        List<Statement> others = byDocument.get(document.id()).stream()
                .filter(other -> !other.id().equals(statement.id()))
                .filter(other -> isNamed(other, document) && !isAct(other))
                .sorted(Comparator.comparing(Statement::span).thenComparing(Statement::id))
                .toList();
        List<Statement> same =
                others.stream().filter(other -> Claims.isSame(statement, other)).toList();
        if (!same.isEmpty()) {
            return speakers(same).size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
        }
        List<Statement> asserted = others.stream()
                .filter(other ->
                        other.polarity() == Polarity.ASSERTS && !other.kind().equals("denial"))
                .toList();
        boolean rests = speakers(asserted).size() == 1
                && asserted.size() >= 2
                && asserted.stream().anyMatch(other -> other.kind().equals(statement.kind()))
                && statement.polarity() == Polarity.ASSERTS
                && ReportingSigns.near(document, statement.span(), parties.outlet(document))
                        .isEmpty();
        return rests ? Optional.of(asserted.get(0)) : Optional.empty();
    }

    private Set<String> speakers(List<Statement> statements) {
        Set<String> names = new TreeSet<>();
        statements.forEach(statement -> names.add(
                parties.answerable(parties.name(speaker(statement.attribution().steps())))));
        return names;
    }

    private static OriginTrace.Step circular(String outlet) {
        return new OriginTrace.Step(
                outlet, outlet, Optional.empty(), "circular: the chain comes back to a claim it has passed");
    }

    private static LocalDate firstDay(Document document) {
        return document.published().value().map(PartialDate::firstDay).orElse(LocalDate.MAX);
    }
}
