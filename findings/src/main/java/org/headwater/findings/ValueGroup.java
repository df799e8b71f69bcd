package org.headwater.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.headwater.model.OriginId;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;

/** Claims that give the same value: what becomes one value of a finding. Grows while claims are grouped. */
final class ValueGroup {
    private final List<Claim> claims = new ArrayList<>();

    ValueGroup(List<Claim> first) {
        claims.addAll(first);
    }

    List<Claim> claims() {
        return claims;
    }

    void add(Claim claim) {
        claims.add(claim);
    }

    /** The figure of this rank as most claims give it; an exact one before an open one. */
    Optional<SlotValue.Count> figure(int rank) {
        return mostOften(
                claims.stream().flatMap(claim -> claim.figure(rank).stream()).toList());
    }

    /** The exact figure of this rank, if some claim gives one. */
    OptionalLong exact(int rank) {
        return figure(rank)
                .filter(ValueGroup::isExact)
                .map(count -> count.min())
                .orElse(OptionalLong.empty());
    }

    static boolean isExact(SlotValue.Count count) {
        return count.min().isPresent() && count.min().equals(count.max());
    }

    private static Optional<SlotValue.Count> mostOften(List<SlotValue.Count> counts) {
        Map<String, Long> often =
                counts.stream().collect(Collectors.groupingBy(SubjectKey::of, TreeMap::new, Collectors.counting()));
        return counts.stream()
                .max(Comparator.comparing(ValueGroup::isExact)
                        .thenComparing(count -> often.get(SubjectKey.of(count)))
                        .thenComparing(SubjectKey::of, Comparator.reverseOrder())
                        .thenComparing(SlotValue.Count::text, Comparator.reverseOrder()));
    }

    /** How many figures some claim of it gives. */
    int figures() {
        return (int) claims.stream()
                .flatMap(claim -> claim.figures().keySet().stream())
                .distinct()
                .count();
    }

    /** Whether every claim of it is a whole. */
    boolean isWhole() {
        return claims.stream().allMatch(Claim::isWhole);
    }

    /**
     * The time it speaks of: the earliest that a claim states, else the earliest day it was printed. A stated time
     * outranks a printed one, since a late reprint of an old figure is no newer figure.
     */
    Optional<SlotValue.Period> when() {
        return when(claims);
    }

    /**
     * The time of what is shown: "ordered to close" has that of the claims which say so, not of those that only name the
     * place.
     */
    Optional<SlotValue.Period> when(Map<String, SlotValue> shown) {
        List<Claim> telling = claims.stream()
                .filter(claim -> shown.entrySet().stream()
                        .filter(entry -> entry.getValue() instanceof SlotValue.Word)
                        .allMatch(entry -> claim.statement()
                                .slot(entry.getKey(), SlotValue.Word.class)
                                .filter(word -> word.name().equals(((SlotValue.Word) entry.getValue()).name()))
                                .isPresent()))
                .toList();
        return when(telling.isEmpty() ? claims : telling);
    }

    private static Optional<SlotValue.Period> when(List<Claim> claims) {
        return earliest(claims.stream()
                        .flatMap(claim -> claim.statedTime().stream())
                        .toList())
                .or(() -> earliest(claims.stream()
                        .flatMap(claim -> claim.printed().stream())
                        .toList()));
    }

    private static Optional<SlotValue.Period> earliest(List<SlotValue.Period> periods) {
        return periods.stream()
                .filter(period -> period.from().isPresent())
                .min(Comparator.comparing((SlotValue.Period period) ->
                                period.from().orElseThrow().firstDay())
                        .thenComparing(period -> period.from().orElseThrow(), Comparator.reverseOrder())
                        .thenComparing(SubjectKey::of));
    }

    /** First day it can speak of; empty if unknown. */
    Optional<PartialDate> start() {
        return when().flatMap(SlotValue.Period::from);
    }

    boolean sharesOriginWith(ValueGroup other) {
        return claims.stream().anyMatch(one -> other.claims.stream().anyMatch(one::sharesOriginWith));
    }

    int documents() {
        return (int)
                claims.stream().map(claim -> claim.document().id()).distinct().count();
    }

    List<OriginId> origins() {
        return claims.stream()
                .flatMap(claim -> claim.origin().stream())
                .map(origin -> origin.id())
                .distinct()
                .sorted()
                .toList();
    }
}
