package org.headwater.casefile;

import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.headwater.casefile.schema.Tables;
import org.headwater.casefile.schema.tables.records.ItemRecord;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyHead;
import org.headwater.model.Item;
import org.headwater.model.Sha256;
import org.headwater.model.Status;
import org.jooq.impl.DSL;

/**
 * Holds the rows of the store against the custody log: decisions and items one by one, and what was derived by one digest.
 * It is given the log's entries in order, then compares.
 */
final class StoreCheck {
    private static final String INTAKE = "intake";

    private final Store store;
    private final long known;
    private final Map<Long, Logged> decisions = new HashMap<>();
    private final Map<String, Set<Intake>> intakes = new HashMap<>();
    private long unnumbered;
    private Optional<Sha256> derived = Optional.empty();
    private final Map<String, Long> items = new TreeMap<>();
    private final Set<Long> erased = new HashSet<>();
    private final Set<Long> halfErased = new HashSet<>();
    private final List<Erasure> erasures = new ArrayList<>();
    private int confirmed;

    /** A decision in the log, and whether its time is the decision's own. */
    private record Logged(long entry, Decision decision, boolean timed) {}

    /** What the log says of an item that was taken in; older entries lack when it was taken and its name. */
    private record Intake(
            String sha256,
            String from,
            String mediaType,
            String bytes,
            String who,
            Optional<String> taken,
            Optional<String> name) {
        static Intake of(CustodyEntry entry) {
            Map<String, String> details = entry.event().details();
            return new Intake(
                    details.getOrDefault("sha256", ""),
                    details.getOrDefault("from", ""),
                    details.getOrDefault("mediaType", ""),
                    details.getOrDefault("bytes", ""),
                    entry.who(),
                    Optional.ofNullable(details.get("taken")),
                    Optional.ofNullable(details.get("name")));
        }

        boolean agrees(ItemRecord row) {
            return sha256.equals(row.getSha256())
                    && from.equals(row.getTakenFrom())
                    && mediaType.equals(row.getMediaType())
                    && bytes.equals(Long.toString(row.getSize()))
                    && who.equals(row.getTakenBy())
                    && taken.orElse(row.getTakenAt()).equals(row.getTakenAt())
                    && name.orElse(row.getName()).equals(row.getName());
        }
    }

    StoreCheck(Store store) {
        this.store = store;
        this.known = Custody.mark(store).map(CustodyHead::sequence).orElse(Long.MAX_VALUE);
    }

    void take(CustodyEntry entry) {
        Erasure.of(entry).ifPresent(erasure -> erased(entry, erasure));
        if (entry.sequence() > known) {
            // Written before a kill; the store takes it over when it is next changed.
            return;
        }
        Map<String, String> details = entry.event().details();
        DecisionEntries.of(entry, unnumbered + 1).ifPresent(decision -> {
            boolean timed = DecisionEntries.isTimed(entry);
            unnumbered += timed ? 0 : 1;
            decisions.put(decision.sequence(), new Logged(entry.sequence(), decision, timed));
        });
        if (entry.event().action().equals(INTAKE)) {
            items.putIfAbsent(entry.event().subject(), entry.sequence());
            derived = Optional.empty();
            intakes.computeIfAbsent(entry.event().subject(), id -> new HashSet<>())
                    .add(Intake.of(entry));
        }
        if (entry.event().action().equals(SettledRows.DERIVE)) {
            // An older version's digest was made otherwise; the case is derived anew when it is next looked at.
            derived = Optional.ofNullable(details.get(SettledRows.DIGEST))
                    .filter(digest -> StoreDigest.VERSION.equals(details.get(SettledRows.DIGEST_VERSION)))
                    .map(Sha256::new);
        }
        if (entry.event().action().equals(SettledRows.REBUILD)) {
            derived = Optional.empty();
        }
    }

    /** What an erasure has not got to, because its process was killed, may still be there; what it took need not. */
    private void erased(CustodyEntry entry, Erasure erasure) {
        Set<Long> closes = entry.closes();
        items.values().removeIf(closes::contains);
        Set<Long> numbers = Erasure.decisions(entry);
        numbers.forEach(decisions::remove);
        (entry.sequence() > known ? halfErased : erased).addAll(numbers);
        erasures.add(erasure);
        confirmed += entry.sequence() > known ? 0 : 1;
        derived = Optional.empty();
    }

    /** What the log says was erased. */
    List<Erasure> erasures() {
        return erasures;
    }

    /** Adds what does not agree. */
    void compare(List<String> faults) {
        try {
            decisions(faults);
            store.query(sql ->
                            sql.selectFrom(Tables.ITEM).orderBy(Tables.ITEM.ID).fetch())
                    .forEach(row -> item(row, faults));
            UnreadIntakes.all(store).forEach(unread -> items.remove(unread.item()));
            items.forEach((item, entry) -> faults.add(
                    "Cannot find item " + item + " in the store: custody entry " + entry + " records its intake"));
            List<Erasure> recorded = Erasures.all(store);
            if (!recorded.equals(erasures) && !recorded.equals(erasures.subList(0, confirmed))) {
                faults.add("Cannot trust the store: what it has as erased is not what the custody log says");
            }
            statuses(faults);
            waiting(faults);
            if (!store.query(IntakeSeal::holds)) {
                faults.add("Cannot trust the store: its list of what was looked at was changed (rebuild the case)");
            }
            if (derived.isPresent() && !store.query(StoreDigest::of).equals(derived.get())) {
                faults.add(
                        "Cannot trust the store: its documents, statements or findings are not those that were derived"
                                + " last (rebuild the case)");
            }
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException | DateTimeException e) {
            faults.add("Cannot trust the store: "
                    + Case.reason(e).lines().findFirst().orElse(""));
        }
    }

    private void decisions(List<String> faults) {
        Map<Long, Logged> unmet = new HashMap<>(decisions);
        for (Decision decision : DecisionRows.all(store)) {
            Logged logged = unmet.remove(decision.sequence());
            if (halfErased.contains(decision.sequence())
                    || (erased.contains(decision.sequence()) && isBlank(decision))) {
                continue;
            }
            if (logged == null) {
                faults.add("Cannot trust decision " + decision.sequence() + " of the store: the custody log has none");
            } else if (!agree(decision, logged)) {
                faults.add("Cannot trust decision " + decision.sequence()
                        + " of the store: it is not what custody entry " + logged.entry() + " says");
            }
        }
        new ArrayList<>(unmet.values())
                .stream()
                        .sorted((one, other) -> Long.compare(one.entry(), other.entry()))
                        .forEach(logged -> faults.add("Cannot find decision "
                                + logged.decision().sequence() + " in the store: custody entry " + logged.entry()
                                + " records it"));
    }

    private static boolean isBlank(Decision decision) {
        return decision.isErased()
                && decision.why().isEmpty()
                && decision.changes().size() == 1;
    }

    private static boolean agree(Decision decision, Logged logged) {
        Decision said = logged.decision();
        Decision compared = logged.timed()
                ? said
                : new Decision(
                        said.sequence(),
                        decision.at(),
                        said.who(),
                        said.why(),
                        said.action(),
                        said.target(),
                        said.changes(),
                        said.bundle());
        return compared.equals(decision);
    }

    /** Where statements stand follows from the decisions alone. */
    private void statuses(List<String> faults) {
        Rulings rulings = Rulings.of(DecisionRows.all(store));
        var line = Tables.STATEMENT_LINE;
        store
                .query(sql -> sql.select(line.STATEMENT, line.STATUS)
                        .from(line)
                        .orderBy(line.STATEMENT)
                        .fetch())
                .stream()
                .filter(row -> !rulings.status(row.value1()).word().equals(row.value2()))
                .forEach(row -> faults.add("Cannot trust statement " + row.value1() + " of the store: it is marked as "
                        + row.value2() + ", which nobody decided (rebuild the case)"));
    }

    /** How many statements of a finding wait follows from where they stand. */
    private void waiting(List<String> faults) {
        var finding = Tables.FINDING_LINE;
        var member = Tables.FINDING_STATEMENT;
        var line = Tables.STATEMENT_LINE;
        var waiting = DSL.count(line.STATEMENT);
        store
                .query(sql -> sql.select(finding.FINDING, finding.WAITING, waiting)
                        .from(finding)
                        .leftJoin(member)
                        .on(member.FINDING.eq(finding.FINDING))
                        .leftJoin(line)
                        .on(line.STATEMENT.eq(member.STATEMENT).and(line.STATUS.eq(Status.PROPOSED.word())))
                        .groupBy(finding.FINDING, finding.WAITING)
                        .orderBy(finding.FINDING)
                        .fetch())
                .stream()
                .filter(row -> row.value2() != row.value3().longValue())
                .forEach(row -> faults.add("Cannot trust finding " + row.value1() + " of the store: it says that "
                        + row.value2() + " statements wait, but " + row.value3() + " do (rebuild the case)"));
    }

    private void item(ItemRecord row, List<String> faults) {
        items.remove(row.getId());
        Set<Intake> said = intakes.getOrDefault(row.getId(), Set.of());
        if (said.isEmpty()) {
            faults.add("Cannot trust item " + row.getId() + " of the store: the custody log has no intake of it");
            return;
        }
        boolean agrees = said.stream().anyMatch(intake -> intake.agrees(row));
        if (!agrees || !Item.idOf(new Sha256(row.getSha256())).value().equals(row.getId())) {
            faults.add("Cannot trust item " + row.getId()
                    + " of the store: it is not as the custody log says it was taken" + " in");
        }
    }
}
