package org.headwater.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headwater.model.Derivation;
import org.headwater.model.DerivationKind;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.PartialDate;
import org.headwater.model.Passage;
import org.headwater.model.Span;
import org.headwater.model.Statement;

/** Follows a statement from a copy to the document it was copied from, step by step. */
final class CopyPaths {
    private static final double COVERED = 0.5;

    private final Map<DocumentId, Document> documents;
    private final Map<DocumentId, List<Statement>> statements;
    private final Map<DocumentId, List<Derivation>> sources = new HashMap<>();

    CopyPaths(
            Map<DocumentId, Document> documents,
            Map<DocumentId, List<Statement>> statements,
            List<Derivation> derivations) {
        this.documents = documents;
        this.statements = statements;
        for (Derivation derivation : derivations) {
            if (derivation.kind().isCopy() && documents.containsKey(derivation.source())) {
                sources.computeIfAbsent(derivation.derived(), key -> new ArrayList<>())
                        .add(derivation);
            }
        }
        sources.values()
                .forEach(list -> list.sort(
                        Comparator.comparing((Derivation derivation) -> derivation.kind() == DerivationKind.REWRITE)
                                .thenComparing(derivation -> firstDay(derivation.source()))
                                .thenComparing(Derivation::shareOfDerived, Comparator.reverseOrder())
                                .thenComparing(Derivation::source)));
    }

    /**
     * A claim where it stands in one document of a path.
     *
     * @param document the document
     * @param statement the claim as read there
     * @param where the span of its words in that document; empty if only known to stand somewhere in it
     * @param step how it was reached; empty for the first
     */
    record Place(Document document, Statement statement, Optional<Span> where, Optional<Derivation> step) {
        /** Whether the claim was read in this document, or only its words stand there and the claim is the copy's. */
        boolean isRead() {
            return statement.document().equals(document.id());
        }
    }

    /** The way from a statement to the first print of its words, itself first. */
    List<Place> path(Statement statement) {
        List<Place> path = new ArrayList<>();
        Map<DocumentId, Integer> seen = new TreeMap<>();
        Optional<Place> next = Optional.of(new Place(
                documents.get(statement.document()), statement, Optional.of(statement.span()), Optional.empty()));
        while (next.isPresent()) {
            Place place = next.get();
            Integer before = seen.putIfAbsent(place.document().id(), path.size());
            if (before != null) {
                return endOfLoop(path, before);
            }
            path.add(place);
            next = upstream(place);
        }
        return path;
    }

    /** Copies that are each other's source: the first by date and id stands for all of them. */
    private List<Place> endOfLoop(List<Place> path, int loop) {
        int first = loop;
        for (int i = loop; i < path.size(); i++) {
            Document one = path.get(i).document();
            Document other = path.get(first).document();
            int order = firstDay(one.id()).compareTo(firstDay(other.id()));
            if (order < 0 || (order == 0 && one.id().compareTo(other.id()) < 0)) {
                first = i;
            }
        }
        return path.subList(0, first + 1);
    }

    private Optional<Place> upstream(Place place) {
        for (Derivation derivation : sources.getOrDefault(place.document().id(), List.of())) {
            Optional<Place> source = place(place, derivation);
            if (source.isPresent()) {
                return source;
            }
        }
        return Optional.empty();
    }

    private Optional<Place> place(Place copy, Derivation derivation) {
        Statement claim = copy.statement();
        Document source = documents.get(derivation.source());
        Optional<Span> there = copy.where().flatMap(span -> mapped(span, derivation));
        List<Statement> kin = statements.getOrDefault(source.id(), List.of()).stream()
                .filter(other -> other.kind().equals(claim.kind()) && other.polarity() == claim.polarity())
                .toList();
        Optional<Statement> same = kin.stream()
                .filter(other -> Claims.isSame(claim, other))
                .min(Comparator.comparingInt((Statement other) ->
                                there.map(span -> distance(span, other.span())).orElse(0))
                        .thenComparing(Statement::span)
                        .thenComparing(Statement::id));
        if (same.isPresent()) {
            return Optional.of(
                    new Place(source, same.get(), Optional.of(same.get().span()), Optional.of(derivation)));
        }
        boolean changed = there.isEmpty()
                || kin.stream().anyMatch(other -> other.span().overlaps(there.get()) && Claims.isOther(claim, other));
        return changed ? Optional.empty() : Optional.of(new Place(source, claim, there, Optional.of(derivation)));
    }

    /** Where the words of a span stand in the source; empty if most of them were not taken from it. */
    private static Optional<Span> mapped(Span span, Derivation derivation) {
        int covered = 0;
        Optional<Span> there = Optional.empty();
        for (Passage passage : derivation.passages()) {
            Span derived = passage.derived();
            if (derived.overlaps(span)) {
                covered += Math.min(derived.end(), span.end()) - Math.max(derived.begin(), span.begin());
                double scale = passage.source().length() / (double) Math.max(1, derived.length());
                int begin = passage.source().begin() + (int) (Math.max(0, span.begin() - derived.begin()) * scale);
                int end = passage.source().end() - (int) (Math.max(0, derived.end() - span.end()) * scale);
                Span part = new Span(begin, Math.max(begin, end));
                there = there.map(part::cover).or(() -> Optional.of(part));
            }
        }
        return covered >= COVERED * span.length() ? there : Optional.empty();
    }

    private static int distance(Span one, Span two) {
        return Math.abs(one.begin() - two.begin());
    }

    private LocalDate firstDay(DocumentId id) {
        return documents.get(id).published().value().map(PartialDate::firstDay).orElse(LocalDate.MAX);
    }
}
