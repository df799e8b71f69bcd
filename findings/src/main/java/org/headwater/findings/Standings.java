package org.headwater.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.headwater.model.Finding;
import org.headwater.model.Finding.Standing;
import org.headwater.model.SlotValue;

/**
 * How the values of one subject stand to each other.
 *
 * <p>The current value is the latest whole. Another whole is <em>earlier</em> if the same origin gave it for an earlier
 * time, or if some claim says what was added to it ("another 48", where 54 + 48 = 102); it <em>conflicts</em> if two
 * different figures are given for the same time, or the same leading figure comes with different further figures; it stands
 * <em>aside</em> if its words allow the current value, if one document gives both from one origin, or if no statement says of what time it speaks and only few documents
 * give it: the day on which something was printed makes no figure a later one.
 */
final class Standings {
    /** A value is printed seldom if the most printed one stands in more than this many times as many documents. */
    private static final int FEW = 4;

    private final List<ValueGroup> ordered = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<Finding.Conflict> conflicts = new ArrayList<>();

    Standings(List<ValueGroup> groups) {
        List<ValueGroup> parts =
                groups.stream().filter(group -> !group.isWhole()).toList();
        List<ValueGroup> wholes = groups.stream().filter(ValueGroup::isWhole).toList();
        int mostDocuments =
                wholes.stream().mapToInt(ValueGroup::documents).max().orElse(0);
        for (ValueGroup group : latestFirst(wholes, parts, mostDocuments)) {
            place(group, parts, mostDocuments);
        }
        for (ValueGroup group : parts) {
            boolean first = ordered.isEmpty();
            put(group, first ? Standing.CURRENT : Standing.PART, first ? "" : "a part or an addition, not a whole");
        }
    }

    List<ValueGroup> ordered() {
        return ordered;
    }

    Standing standing(int index) {
        return standings.get(index);
    }

    String reason(int index) {
        return reasons.get(index);
    }

    List<Finding.Conflict> conflicts() {
        return conflicts;
    }

    private void put(ValueGroup group, Standing standing, String reason) {
        ordered.add(group);
        standings.add(standing);
        reasons.add(reason);
    }

    private void place(ValueGroup group, List<ValueGroup> parts, int mostDocuments) {
        if (ordered.isEmpty()) {
            put(group, Standing.CURRENT, "");
            return;
        }
        int mine = ordered.size();
        for (int index = 0; index < mine; index++) {
            ValueGroup later = ordered.get(index);
            if (group.exact(0).isPresent() && group.exact(0).equals(later.exact(0))) {
                String reason = "the same figure with different " + furtherSlot(group) + ": " + furtherWords(later)
                        + " or " + furtherWords(group);
                put(group, Standing.CONFLICTING, reason);
                conflicts.add(new Finding.Conflict(index, mine, reason));
                return;
            }
        }
        if (group.figures() == 0) {
            put(group, Standing.ASIDE, "gives no figure");
            return;
        }
        ValueGroup current = ordered.get(0);
        Optional<String> addition = addition(group, current, parts);
        if (addition.isPresent()) {
            put(group, Standing.EARLIER, addition.get());
        } else if (!isPlaced(group, mostDocuments)) {
            put(group, Standing.ASIDE, "few documents give it, and none says for what time");
        } else if (meets(group, current)) {
            put(group, Standing.ASIDE, "its words allow the current figure");
        } else if (isBeside(group, current)) {
            put(group, Standing.ASIDE, "the same document gives both figures from the same origin");
        } else if (isEarlier(group, current)) {
            put(
                    group,
                    Standing.EARLIER,
                    group.sharesOriginWith(current) ? "the same origin gave a later figure" : "an earlier figure");
        } else {
            String reason = "two figures for the same time";
            put(group, Standing.CONFLICTING, reason);
            conflicts.add(new Finding.Conflict(0, mine, reason));
        }
    }

    /** Whether it is known of what time it speaks, or printed often enough to go by the days of printing. */
    private static boolean isPlaced(ValueGroup group, int mostDocuments) {
        return group.documents() * FEW >= mostDocuments
                || group.claims().stream().anyMatch(claim -> claim.statedTime().isPresent());
    }

    /** Whether one document gives both from one origin at no stated time, so that they speak of different things. */
    private static boolean isBeside(ValueGroup group, ValueGroup current) {
        return group.claims().stream()
                .allMatch(claim -> claim.statedTime().isEmpty()
                        && current.claims().stream()
                                .anyMatch(other -> other.sharesOriginWith(claim)
                                        && other.document()
                                                .id()
                                                .equals(claim.document().id())));
    }

    private static boolean meets(ValueGroup one, ValueGroup other) {
        return one.figure(0).isPresent()
                && other.figure(0).isPresent()
                && one.figure(0).get().meets(other.figure(0).get());
    }

    private static boolean isEarlier(ValueGroup one, ValueGroup other) {
        return one.start().isPresent()
                && other.start().isPresent()
                && one.start().get().lastDay().isBefore(other.start().get().firstDay());
    }

    private static Optional<String> addition(ValueGroup earlier, ValueGroup later, List<ValueGroup> parts) {
        if (earlier.exact(0).isEmpty() || later.exact(0).isEmpty()) {
            return Optional.empty();
        }
        long before = earlier.exact(0).getAsLong();
        long after = later.exact(0).getAsLong();
        for (ValueGroup part : parts) {
            if (part.claims().stream().anyMatch(Claim::isAddition)
                    && part.exact(0).isPresent()
                    && before + part.exact(0).getAsLong() == after) {
                return Optional.of(before + " and " + part.exact(0).getAsLong() + " more make " + after);
            }
        }
        return Optional.empty();
    }

    /** By time, the latest first; what a figure was added to comes after what it became, whatever the dates say. */
    private static List<ValueGroup> latestFirst(List<ValueGroup> wholes, List<ValueGroup> parts, int mostDocuments) {
        List<ValueGroup> sorted = new ArrayList<>(wholes);
        sorted.sort(Comparator.comparing((ValueGroup group) -> group.exact(0).isPresent() ? 0 : 1)
                .thenComparing(group -> group.figures() == 0 ? 1 : 0)
                .thenComparing(group -> isPlaced(group, mostDocuments) ? 0 : 1)
                .thenComparing(group -> -firstDay(group, wholes))
                .thenComparing(group -> -sameFigure(group, wholes)
                        .mapToInt(ValueGroup::documents)
                        .sum())
                .thenComparing(group -> -group.exact(0).orElse(0))
                .thenComparing(group -> -group.documents())
                .thenComparing(group -> group.figure(1).map(SubjectKey::of).orElse(""))
                .thenComparing(group -> group.claims().get(0).statement().id()));
        List<ValueGroup> ordered = new ArrayList<>();
        for (ValueGroup group : sorted) {
            int at = 0;
            while (at < ordered.size()
                    && addition(ordered.get(at), group, parts).isEmpty()) {
                at++;
            }
            ordered.add(at, group);
        }
        return ordered;
    }

    /** The first day that its leading figure is spoken of, so that a late variant of a figure is no later figure. */
    private static long firstDay(ValueGroup group, List<ValueGroup> wholes) {
        return sameFigure(group, wholes)
                .flatMap(other -> other.start().stream())
                .mapToLong(start -> start.firstDay().toEpochDay())
                .min()
                .orElse(Long.MIN_VALUE + 1);
    }

    private static Stream<ValueGroup> sameFigure(ValueGroup group, List<ValueGroup> wholes) {
        return wholes.stream()
                .filter(other -> other == group
                        || (group.exact(0).isPresent() && group.exact(0).equals(other.exact(0))));
    }

    private static String furtherSlot(ValueGroup group) {
        return group.claims().get(0).topic().figures().size() > 1
                ? group.claims().get(0).topic().figures().get(1)
                : "figures";
    }

    private static String furtherWords(ValueGroup group) {
        return group.figure(1)
                .map(SlotValue.Count::text)
                .filter(text -> !text.isEmpty())
                .orElse("not said");
    }
}
