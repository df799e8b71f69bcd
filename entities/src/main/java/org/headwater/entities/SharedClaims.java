package org.headwater.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;

/**
 * Which claims are said to be a party's: the numbers of its statements, and when it published what. Two parties that
 * make the same uncommon claims may be one under two names.
 */
final class SharedClaims {
    /** A smaller number is shared by chance. */
    private static final long UNCOMMON = 5;

    private final Map<String, Set<String>> claims = new HashMap<>();

    SharedClaims(List<Statement> statements) {
        for (Statement statement : statements) {
            Set<String> keys = keys(statement);
            note(statement, statement.attribution().speaker().name(), keys);
            statement.slots().values().forEach(value -> {
                for (SlotValue.Party party : Parties.in(value)) {
                    note(statement, party.name(), keys);
                }
            });
        }
    }

    /** The claims of a name within a document. */
    Set<String> of(String name, String document) {
        return claims.getOrDefault(name + "\u0000" + document, Set.of());
    }

    /** The claims that both make. Enough to count as evidence from two on. */
    static Set<String> common(Set<String> a, Set<String> b) {
        Set<String> common = new TreeSet<>(a);
        common.retainAll(b);
        return common;
    }

    private void note(Statement statement, String name, Set<String> keys) {
        claims.computeIfAbsent(name + "\u0000" + statement.document().value(), k -> new TreeSet<>())
                .addAll(keys);
    }

    private static Set<String> keys(Statement statement) {
        Set<String> keys = new TreeSet<>();
        String at = statement.slots().values().stream()
                .filter(SlotValue.Place.class::isInstance)
                .map(value -> ((SlotValue.Place) value).name())
                .filter(place -> !place.equals(SlotValue.Place.WORLD))
                .findFirst()
                .map(place -> " at " + place)
                .orElse("");
        statement.slots().forEach((slot, value) -> {
            if (value instanceof SlotValue.Count count) {
                long number = count.min().orElse(count.max().orElse(0));
                if (number >= UNCOMMON) {
                    keys.add(statement.kind() + " " + slot + " " + number);
                } else if (!at.isEmpty()) {
                    keys.add(statement.kind() + " " + slot + " " + number + at);
                }
            } else if (value instanceof SlotValue.Period period
                    && period.from().isPresent()
                    && period.from().get().month() > 0) {
                String month = period.from().get().toString().substring(0, 7);
                keys.add(statement.kind() + " " + slot + " " + month);
            }
        });
        return keys;
    }

    /** Finds the parties within a slot's value. */
    static final class Parties {
        private Parties() {}

        static List<SlotValue.Party> in(SlotValue value) {
            List<SlotValue.Party> parties = new ArrayList<>();
            if (value instanceof SlotValue.Party party) {
                parties.add(party);
            } else if (value instanceof SlotValue.Several several) {
                several.values().forEach(each -> parties.addAll(in(each)));
            }
            return parties;
        }
    }
}
