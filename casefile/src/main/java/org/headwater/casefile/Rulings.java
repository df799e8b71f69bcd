package org.headwater.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.headwater.casefile.Decision.Action;
import org.headwater.entities.NameRuling;
import org.headwater.model.Attribution;
import org.headwater.model.Polarity;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.model.Status;

/** The decisions that hold, after undos, and what they make of statements and names. */
final class Rulings {
    /** Name under which an edit changes the ultimate speaker rather than a slot. */
    static final String SPEAKER = "speaker";

    /** Name under which an edit changes the polarity rather than a slot. */
    static final String POLARITY = "polarity";

    /** Name under which a merge or split holds the second name. */
    static final String OTHER = "other";

    private final Map<String, Decision> statements = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> edits = new TreeMap<>();
    private final Map<String, Decision> added = new TreeMap<>();
    private final List<NameRuling> names = new ArrayList<>();
    private final Map<String, Boolean> named = new TreeMap<>();

    private Rulings() {}

    /** What holds after these decisions, given in their order. */
    static Rulings of(List<Decision> decisions) {
        Rulings rulings = new Rulings();
        standing(decisions).forEach(rulings::take);
        return rulings;
    }

    /** The decisions that an undo took back. Undoing an undo restores the decision. */
    static Set<Long> undone(List<Decision> decisions) {
        Set<Long> undone = new TreeSet<>();
        for (int i = decisions.size() - 1; i >= 0; i--) {
            Decision decision = decisions.get(i);
            if (decision.action() == Action.UNDO && !undone.contains(decision.sequence())) {
                undone.add(Long.parseLong(decision.target()));
            }
        }
        return undone;
    }

    private static Stream<Decision> standing(List<Decision> decisions) {
        Set<Long> undone = undone(decisions);
        return decisions.stream().filter(decision -> !undone.contains(decision.sequence()) && !decision.isErased());
    }

    private void take(Decision decision) {
        switch (decision.action()) {
            case ACCEPT, REJECT -> statements.put(decision.target(), decision);
            case ADD -> {
                // What it says is in the statement itself.
                statements.put(decision.target(), decision);
                added.put(decision.target(), decision);
            }
            case EDIT -> {
                statements.put(decision.target(), decision);
                edits.computeIfAbsent(decision.target(), key -> new TreeMap<>()).putAll(decision.changes());
            }
            case MERGE, SPLIT ->
                names.add(new NameRuling(
                        decision.target(),
                        decision.changes().getOrDefault(OTHER, ""),
                        decision.action() == Action.MERGE,
                        decision.who(),
                        decision.why()));
            case NAME, WITHHOLD -> named.put(decision.target(), decision.action() == Action.NAME);
            case REDACT, ASSESS, UNDO -> {
                // What is redacted is read from the decision itself; an assessment changes nothing that is derived; an
                // undo was taken into account before.
            }
        }
    }

    /**
     * Those decisions that hold and by which something is derived differently. An accepted statement says what it said
     * before, and a grade is no part of what was read.
     */
    static List<Decision> shaping(List<Decision> decisions) {
        return standing(decisions)
                .filter(decision ->
                        !Set.of(Action.ACCEPT, Action.ASSESS, Action.UNDO).contains(decision.action()))
                .toList();
    }

    /** Where a statement of this id stands by what people decided. */
    Status status(String statement) {
        Decision decision = statements.get(statement);
        return decision == null ? Status.PROPOSED : status(decision);
    }

    private Status status(Decision decision) {
        return switch (decision.action()) {
            case ACCEPT -> edits.containsKey(decision.target()) ? Status.EDITED : Status.ACCEPTED;
            case REJECT -> Status.REJECTED;
            case ADD -> Status.ADDED;
            default -> Status.EDITED;
        };
    }

    List<NameRuling> names() {
        return names;
    }

    /** Persons decided on by name: true to name them, false to withhold them. */
    Map<String, Boolean> named() {
        return named;
    }

    /** Whether somebody decided on the statement of this id. */
    boolean decides(StatementId id) {
        return statements.containsKey(id.value());
    }

    /** Whether a person added the statement of this id. */
    boolean isAdded(StatementId id) {
        return added.containsKey(id.value());
    }

    /** What people added, by the statement's id: the decision that adds it. */
    Map<StatementId, Decision> additions() {
        Map<StatementId, Decision> additions = new TreeMap<>();
        added.forEach((id, decision) -> additions.put(new StatementId(id), decision));
        return additions;
    }

    /** The statements that somebody decided on. */
    List<StatementId> statements() {
        return statements.keySet().stream().map(StatementId::new).toList();
    }

    /**
     * Checks changes before they are recorded.
     *
     * @throws IllegalArgumentException if one cannot be read, saying which
     */
    static void check(String kind, Map<String, String> changes, SlotWords words) {
        changes.forEach((name, value) -> {
            if (name.equals(POLARITY)) {
                Polarity.ofWord(value);
            } else if (name.equals(SPEAKER)) {
                if (value.isBlank()) {
                    throw new IllegalArgumentException("Cannot use it: the speaker is empty");
                }
            } else {
                // An empty value takes the slot away, so the slot must be there all the same.
                words.read(kind, name, value);
            }
        });
    }

    /** The statement as people decided on it; unchanged where nobody did. */
    Statement apply(Statement statement, SlotWords words) {
        Decision decision = statements.get(statement.id().value());
        Map<String, String> changes = edits.getOrDefault(statement.id().value(), Map.of());
        if (decision == null && changes.isEmpty()) {
            return statement;
        }
        Statement changed = edit(statement, changes, words);
        if (decision == null) {
            return changed;
        }
        return changed.withStatus(status(decision));
    }

    private static Statement edit(Statement statement, Map<String, String> changes, SlotWords words) {
        Statement changed = statement;
        Map<String, SlotValue> slots = new TreeMap<>(statement.slots());
        for (Map.Entry<String, String> change : changes.entrySet()) {
            switch (change.getKey()) {
                case SPEAKER -> changed = changed.withAttribution(speaker(changed.attribution(), change.getValue()));
                case POLARITY -> changed = changed.withPolarity(Polarity.ofWord(change.getValue()));
                default -> {
                    if (change.getValue().isBlank()) {
                        slots.remove(change.getKey());
                    } else {
                        words.readAgain(statement.kind(), change.getKey(), change.getValue())
                                .ifPresent(value -> slots.put(change.getKey(), value));
                    }
                }
            }
        }
        return changed.withSlots(slots);
    }

    /** The outlet, then the speaker a person named; the carriers between them are no longer claimed. */
    static Attribution speaker(Attribution attribution, String name) {
        return new Attribution(List.of(attribution.steps().get(0)))
                .to(new Attribution.Step(name, Optional.empty(), "", Attribution.How.DECISION));
    }
}
