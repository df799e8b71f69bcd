package org.headwater.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.headwater.model.SlotValue;

/**
 * Sorts the claims about one subject into values.
 *
 * <p>Claims with the same exact leading figure are one value, unless a further figure differs ("54 in 30 countries" and
 * "54 in 21 countries" are two). A claim that leaves a figure out joins the value that has it and is printed most often.
 * A vague figure ("more than 100") joins the smallest exact figure it allows from the same origin, and stands alone where
 * there is none: nobody is made to say more than they said. Claims that give no figure at all are one value. Wholes, parts
 * and additions are never mixed.
 */
final class ValueGrouping {
    private ValueGrouping() {}

    static List<ValueGroup> of(List<Claim> claims) {
        List<ValueGroup> groups = new ArrayList<>();
        Map<String, List<Claim>> byRelation = new TreeMap<>();
        for (Claim claim : claims) {
            String relation = claim.isWhole() ? "whole" : claim.isAddition() ? "addition" : "part";
            byRelation.computeIfAbsent(relation, key -> new ArrayList<>()).add(claim);
        }
        byRelation.values().forEach(alike -> groups.addAll(group(alike)));
        return groups;
    }

    private static List<ValueGroup> group(List<Claim> claims) {
        Map<String, List<Claim>> exact = new TreeMap<>();
        List<Claim> vague = new ArrayList<>();
        List<Claim> without = new ArrayList<>();
        for (Claim claim : claims) {
            Optional<SlotValue.Count> leading = claim.figure(0);
            if (leading.isEmpty()) {
                without.add(claim);
            } else if (ValueGroup.isExact(leading.get())) {
                exact.computeIfAbsent(SubjectKey.of(leading.get()), key -> new ArrayList<>())
                        .add(claim);
            } else {
                vague.add(claim);
            }
        }
        List<ValueGroup> groups = new ArrayList<>();
        exact.values().forEach(alike -> groups.addAll(splitByFurtherFigures(alike)));
        for (Claim claim : vague) {
            join(groups, claim, allowing(claim)).ifPresent(groups::add);
        }
        List<Claim> silent = new ArrayList<>();
        for (Claim claim : without) {
            if (claim.figures().isEmpty()) {
                silent.add(claim);
            } else {
                join(groups, claim, group -> agreeInFurther(claim, group) || completes(claim, group))
                        .ifPresent(groups::add);
            }
        }
        if (!silent.isEmpty()) {
            groups.add(new ValueGroup(silent));
        }
        return groups;
    }

    private static List<ValueGroup> splitByFurtherFigures(List<Claim> claims) {
        Map<String, List<Claim>> byFurther = new TreeMap<>();
        List<Claim> silent = new ArrayList<>();
        for (Claim claim : claims) {
            Optional<SlotValue.Count> further = claim.figure(1).filter(ValueGroup::isExact);
            if (further.isPresent()) {
                byFurther
                        .computeIfAbsent(SubjectKey.of(further.get()), key -> new ArrayList<>())
                        .add(claim);
            } else {
                silent.add(claim);
            }
        }
        List<ValueGroup> groups = new ArrayList<>();
        byFurther.values().forEach(alike -> groups.add(new ValueGroup(alike)));
        if (groups.isEmpty()) {
            return List.of(new ValueGroup(silent));
        }
        groups.sort(Comparator.comparing(ValueGroup::documents).reversed());
        for (Claim claim : silent) {
            groups.stream()
                    .filter(group -> agreeInFurther(claim, group))
                    .findFirst()
                    .orElse(groups.get(0))
                    .add(claim);
        }
        return groups;
    }

    /** Adds the claim to the group with the smallest leading figure that passes, or gives back a group of its own. */
    private static Optional<ValueGroup> join(List<ValueGroup> groups, Claim claim, Predicate<ValueGroup> passes) {
        Optional<ValueGroup> home = groups.stream()
                .filter(passes)
                .min(Comparator.comparing((ValueGroup group) -> group.exact(0).orElse(Long.MAX_VALUE))
                        .thenComparing(ValueGroup::documents, Comparator.reverseOrder()));
        home.ifPresent(group -> group.add(claim));
        return home.isPresent() ? Optional.empty() : Optional.of(new ValueGroup(List.of(claim)));
    }

    /** Whether the same document gives, from the same origin, a leading figure that lacks what the claim says. */
    private static boolean completes(Claim claim, ValueGroup group) {
        return group.exact(0).isPresent()
                && group.figure(1).isEmpty()
                && group.claims().stream()
                        .anyMatch(other -> other.sharesOriginWith(claim)
                                && other.document().id().equals(claim.document().id()));
    }

    private static Predicate<ValueGroup> allowing(Claim claim) {
        SlotValue.Count vague = claim.figure(0).orElseThrow();
        return group -> group.figure(0).filter(vague::meets).isPresent()
                && agreeInFurther(claim, group)
                && group.claims().stream()
                        .anyMatch(other ->
                                other.sharesOriginWith(claim) || other.figure(0).equals(claim.figure(0)));
    }

    private static boolean agreeInFurther(Claim claim, ValueGroup group) {
        for (int rank = 1; rank < claim.topic().figures().size(); rank++) {
            Optional<SlotValue.Count> mine = claim.figure(rank);
            Optional<SlotValue.Count> theirs = group.figure(rank);
            if (mine.isPresent() && theirs.isPresent() && !mine.get().meets(theirs.get())) {
                return false;
            }
            if (claim.figure(0).isEmpty() && mine.isPresent() && theirs.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
