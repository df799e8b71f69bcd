package org.headwater.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Slot;
import org.headwater.model.Document;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.model.Status;

/**
 * Puts decisions to the statements they are about, whatever has become of the patterns since. A statement that is
 * proposed as it was is decided on. One that is proposed with other minor values at the same place stands as the person
 * left it, in the place of the new proposal. One that nothing proposes any more stands too, and it is said that nothing
 * does. One whose sentence is gone is left out, and that is said.
 */
final class DecidedStatements {
    private final Rulings rulings;
    private final Map<StatementId, DecidedRows.Decided> decided;
    private final Map<String, List<DecidedRows.Decided>> byPlace;
    private final Codebook codebook;
    private final SlotWords words;
    private final Map<StatementId, String> unproposed = new TreeMap<>();

    DecidedStatements(
            Rulings rulings, Map<StatementId, DecidedRows.Decided> decided, Codebook codebook, SlotWords words) {
        this.rulings = rulings;
        this.decided = decided;
        this.codebook = codebook;
        this.words = words;
        this.byPlace = decided.values().stream().collect(Collectors.groupingBy(DecidedRows.Decided::where));
    }

    /**
     * What decisions speak about: what is on record, and what is decided on for the first time, as it is proposed or was
     * added.
     */
    static Map<StatementId, DecidedRows.Decided> subjects(
            Settlement.Decided people, List<Settlement.Reading> readings, Codebook codebook) {
        Map<StatementId, DecidedRows.Decided> subjects = new TreeMap<>(people.statements());
        Map<StatementId, Decision> additions = people.rulings().additions();
        for (Settlement.Reading reading : readings) {
            Document document = reading.document();
            reading.statements().stream()
                    .filter(statement -> people.rulings().decides(statement.id()))
                    .forEach(statement -> subjects.putIfAbsent(
                            statement.id(), new DecidedRows.Decided(statement, document.item(), document.part())));
            additions.forEach((id, decision) -> added(id, decision, document, codebook)
                    .ifPresent(statement -> subjects.putIfAbsent(
                            id, new DecidedRows.Decided(statement, document.item(), document.part()))));
        }
        return subjects;
    }

    /** The statement of an addition in this document; it keeps its id though a name may be read otherwise by now. */
    private static Optional<Statement> added(StatementId id, Decision decision, Document document, Codebook codebook) {
        try {
            Addition addition = Addition.of(decision.changes());
            if (!addition.document().equals(document.id())) {
                return Optional.empty();
            }
            Statement statement = AddedStatement.of(addition, document, codebook, decision.who());
            return Optional.of(new Statement(
                    id,
                    statement.document(),
                    statement.file(),
                    statement.kind(),
                    statement.polarity(),
                    statement.span(),
                    statement.quote(),
                    statement.slots(),
                    statement.attribution(),
                    statement.certainty(),
                    statement.status(),
                    statement.by()));
        } catch (IllegalArgumentException e) {
            // The codebook has no such kind or slot: what is on record says what it was.
            return Optional.empty();
        }
    }

    /** Why no pattern proposes a statement that was decided on, after {@link #of} was asked for every document. */
    Map<StatementId, String> unproposed() {
        return unproposed;
    }

    /** Every statement of one document as people decided on it, in the order of its text. */
    List<Statement> of(Settlement.Reading reading) {
        List<Statement> standing = new ArrayList<>(reading.statements());
        String where = DecidedRows.Decided.where(reading.document());
        for (DecidedRows.Decided each : byPlace.getOrDefault(where, List.of())) {
            if (holds(each.statement())) {
                restore(each.statement(), reading.document(), standing);
            }
        }
        return standing.stream()
                .map(statement -> rulings.apply(statement, words))
                .sorted(Comparator.comparing(Statement::span)
                        .thenComparing(Statement::by)
                        .thenComparing(Statement::id))
                .toList();
    }

    /** Whether somebody's decision still holds; of an addition that was taken back, whatever was decided on it goes too. */
    private boolean holds(Statement statement) {
        return rulings.decides(statement.id())
                && (statement.status() != Status.ADDED || rulings.isAdded(statement.id()));
    }

    private void restore(Statement base, Document document, List<Statement> standing) {
        if (standing.stream().anyMatch(other -> other.id().equals(base.id()))) {
            return;
        }
        Optional<Kind> kind = codebook.kind(base.kind());
        Optional<Span> span = place(base, document);
        if (kind.isEmpty()) {
            unproposed.put(base.id(), "the codebook " + codebook.name() + " has no kind '" + base.kind() + "'");
        } else if (span.isEmpty()) {
            unproposed.put(base.id(), "its words no longer stand in the document");
        } else {
            boolean again = standing.removeIf(other -> isSameClaim(base, other, span.get(), kind.get()));
            standing.add(placed(base, document, span.get()));
            if (!again && !rulings.isAdded(base.id())) {
                unproposed.put(base.id(), "no pattern of the codebook proposes it any more");
            }
        }
    }

    /** Notes those decisions whose document is not in the case at all. Call after every document was asked for. */
    void noteLost(List<Document> documents) {
        Set<String> places = documents.stream().map(DecidedRows.Decided::where).collect(Collectors.toSet());
        for (StatementId id : rulings.statements()) {
            DecidedRows.Decided each = decided.get(id);
            if (each != null && !places.contains(each.where())) {
                unproposed.put(id, "its document is no longer in the case");
            }
        }
    }

    /** Where the words stand now: where they did, else the nearest place. */
    private static Optional<Span> place(Statement base, Document document) {
        String text = document.text();
        Span best = null;
        for (int at = text.indexOf(base.quote()); at >= 0; at = text.indexOf(base.quote(), at + 1)) {
            Span here = new Span(at, at + base.quote().length());
            if (best == null || distance(here, base) < distance(best, base)) {
                best = here;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int distance(Span span, Statement base) {
        return Math.abs(span.begin() - base.span().begin());
    }

    private static Statement placed(Statement base, Document document, Span span) {
        return new Statement(
                base.id(),
                document.id(),
                document.file(),
                base.kind(),
                base.polarity(),
                span,
                base.quote(),
                base.slots(),
                base.attribution(),
                base.certainty(),
                base.status(),
                base.by());
    }

    /** Whether a proposal that nobody decided on says the same of the same thing, minor values apart. */
    private boolean isSameClaim(Statement base, Statement other, Span span, Kind kind) {
        return !rulings.decides(other.id())
                && other.kind().equals(base.kind())
                && other.span().equals(span)
                && (keys(other, kind).equals(keys(base, kind))
                        || keys(other, kind).equals(keys(rulings.apply(base, words), kind)));
    }

    private static List<String> keys(Statement statement, Kind kind) {
        return kind.slots().stream()
                .filter(Slot::key)
                .map(slot -> statement.slot(slot.name()).orElse(null))
                .filter(Objects::nonNull)
                .map(DecidedStatements::name)
                .toList();
    }

    /** What a value means, whatever words it was read from. */
    private static String name(SlotValue value) {
        return value.fold(new SlotValue.Cases<String>() {
            @Override
            public String count(SlotValue.Count count) {
                return count.min() + "–" + count.max();
            }

            @Override
            public String period(SlotValue.Period period) {
                return period.from() + "–" + period.to();
            }

            @Override
            public String place(SlotValue.Place place) {
                return place.id().orElse(place.name());
            }

            @Override
            public String party(SlotValue.Party party) {
                return party.name();
            }

            @Override
            public String word(SlotValue.Word word) {
                return word.name();
            }

            @Override
            public String several(SlotValue.Several several) {
                return several.values().stream()
                        .map(DecidedStatements::name)
                        .sorted()
                        .collect(Collectors.joining("+"));
            }
        });
    }
}
