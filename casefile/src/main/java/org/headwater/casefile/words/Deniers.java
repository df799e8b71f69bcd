package org.headwater.casefile.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.entities.StateBodies;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;

/**
 * Who denies something, each once: a state that denies by its foreign ministry and by its embassy is one denier, called by
 * the name it most often has. "Ministry of Foreign Affairs", of no country, is that of the one state that denies, if there
 * is one. Safe to share between threads.
 */
public final class Deniers {
    private static final Deniers SHIPPED = new Deniers(StateBodies.of(Gazetteer.shipped()));

    private final StateBodies bodies;

    private Deniers(StateBodies bodies) {
        this.bodies = bodies;
    }

    /** Deniers of the states of the gazetteer that comes along. */
    public static Deniers shipped() {
        return SHIPPED;
    }

    /** The denials by who denies, in the order given. */
    public Map<String, List<Statement>> of(List<Statement> denials) {
        Set<String> states = new LinkedHashSet<>();
        denials.forEach(denial -> states.addAll(bodies.countries(denier(denial))));
        Map<String, List<Statement>> byParty = new LinkedHashMap<>();
        denials.forEach(denial -> byParty.computeIfAbsent(party(denier(denial), states), key -> new ArrayList<>())
                .add(denial));
        Map<String, List<Statement>> named = new LinkedHashMap<>();
        byParty.values()
                .forEach(alike -> named.computeIfAbsent(name(alike), key -> new ArrayList<>())
                        .addAll(alike));
        return named;
    }

    /** Whether the denial names no place: it answers a claim about one only if it is meant of all. */
    public static boolean isGeneral(Statement denial) {
        return denial.slots().values().stream()
                .anyMatch(value ->
                        value instanceof SlotValue.Place place && place.name().equals(SlotValue.Place.WORLD));
    }

    /** What one denier is told from others by. */
    private String party(String name, Set<String> states) {
        List<String> countries = bodies.countries(name);
        if (countries.isEmpty() && states.size() == 1 && bodies.isUnplaced(name)) {
            countries = List.copyOf(states);
        }
        return countries.size() == 1 ? "state " + countries.get(0) : "party " + name;
    }

    /** The name that most of the denials have, one with its country before one without. */
    private String name(List<Statement> alike) {
        return alike.stream()
                .collect(Collectors.groupingBy(Deniers::denier, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing((Map.Entry<String, Long> each) -> !bodies.isUnplaced(each.getKey()))
                        .thenComparing(Map.Entry.comparingByValue())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    /** Who denies: the party the denial is about, or whoever asserts that something is not so. */
    private static String denier(Statement denial) {
        return denial.slots().values().stream()
                .filter(SlotValue.Party.class::isInstance)
                .map(value -> ((SlotValue.Party) value).name())
                .findFirst()
                .orElseGet(() -> denial.attribution().speaker().name());
    }
}
