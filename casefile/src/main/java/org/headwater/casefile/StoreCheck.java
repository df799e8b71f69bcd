package org.headwater.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headwater.casefile.schema.Tables;
import org.headwater.casefile.schema.tables.records.ItemRecord;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyHead;
import org.headwater.model.Item;
import org.headwater.model.Sha256;
import org.jooq.exception.DataAccessException;

/**
 * Holds the rows of the store against the custody log: decisions and items one by one, and what was derived by one digest.
 * It is given the log's entries in order, then compares.
 */
final class StoreCheck {
    private static final String INTAKE = "intake";

    private final Store store;
    private final String codebook;
    private final long known;
    private final Map<Long, Logged> decisions = new HashMap<>();
    private final Map<String, Set<Intake>> intakes = new HashMap<>();
    private long unnumbered;
    private Optional<Sha256> derived = Optional.empty();

    /** A decision in the log, and whether its time is the decision's own. */
    private record Logged(long entry, Decision decision, boolean timed) {}

    /** What the log says of an item that was taken in; {@code taken} is empty in entries of Headwater 0.1. */
    private record Intake(String sha256, String from, String mediaType, String bytes, String who, String taken) {}

    StoreCheck(Store store, String codebook) {
        this.store = store;
        this.codebook = codebook;
        this.known = Custody.mark(store).map(CustodyHead::sequence).orElse(Long.MAX_VALUE);
    }

    void take(CustodyEntry entry) {
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
            intakes.computeIfAbsent(entry.event().subject(), id -> new HashSet<>())
                    .add(new Intake(
                            details.getOrDefault("sha256", ""),
                            details.getOrDefault("from", ""),
                            details.getOrDefault("mediaType", ""),
                            details.getOrDefault("bytes", ""),
                            entry.who(),
                            details.getOrDefault("taken", "")));
        }
        if (entry.event().action().equals(SettledRows.DERIVE)) {
            derived = Optional.ofNullable(details.get(SettledRows.DIGEST)).map(Sha256::new);
        }
    }

    /** Adds what does not agree. */
    void compare(List<String> faults) {
        try {
            decisions(faults);
            store.query(sql ->
                            sql.selectFrom(Tables.ITEM).orderBy(Tables.ITEM.ID).fetch())
                    .forEach(row -> item(row, faults));
            if (derived.isPresent()
                    && SettledRows.isSettled(store, codebook)
                    && !store.query(StoreDigest::of).equals(derived.get())) {
                faults.add(
                        "Cannot trust the store: its documents, statements or findings are not those that were derived"
                                + " last (rebuild the case)");
            }
        } catch (DataAccessException | IllegalArgumentException | IllegalStateException e) {
            faults.add("Cannot trust the store: "
                    + Case.reason(e).lines().findFirst().orElse(""));
        }
    }

    private void decisions(List<String> faults) {
        Map<Long, Logged> unmet = new HashMap<>(decisions);
        for (Decision decision : DecisionRows.all(store)) {
            Logged logged = unmet.remove(decision.sequence());
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

    private void item(ItemRecord row, List<String> faults) {
        Set<Intake> said = intakes.getOrDefault(row.getId(), Set.of());
        if (said.isEmpty()) {
            faults.add("Cannot trust item " + row.getId() + " of the store: the custody log has no intake of it");
            return;
        }
        boolean agrees = said.stream()
                .anyMatch(intake -> intake.sha256().equals(row.getSha256())
                        && intake.from().equals(row.getTakenFrom())
                        && intake.mediaType().equals(row.getMediaType())
                        && intake.bytes().equals(Long.toString(row.getSize()))
                        && intake.who().equals(row.getTakenBy())
                        && (intake.taken().isEmpty() || intake.taken().equals(row.getTakenAt())));
        if (!agrees || !Item.idOf(new Sha256(row.getSha256())).value().equals(row.getId())) {
            faults.add("Cannot trust item " + row.getId()
                    + " of the store: it is not as the custody log says it was taken" + " in");
        }
    }
}
