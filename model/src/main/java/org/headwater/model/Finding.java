package org.headwater.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Statements that speak about the same thing, side by side: the values they give over time, the origins each value rests
 * on, what contradicts what, and who denies it. A finding never says that something is so; it says who says so.
 *
 * @param id names it; the same kind and subject have the same id whatever is said about them
 * @param kind a kind of the codebook
 * @param about what its statements speak about: key slots by name, such as scope or country and action
 * @param values what is said, the current value first, then earlier and conflicting ones; never empty
 * @param conflicts pairs of values that cannot both hold
 * @param denials statements by which a party denies it, in the order of documents
 */
public record Finding(
        FindingId id,
        String kind,
        Map<String, SlotValue> about,
        List<Value> values,
        List<Conflict> conflicts,
        List<StatementId> denials) {

    public Finding {
        about = Collections.unmodifiableMap(new TreeMap<>(about));
        values = List.copyOf(values);
        conflicts = List.copyOf(conflicts);
        denials = List.copyOf(denials);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Invalid finding " + id + ": nothing is said (a finding has a value)");
        }
    }

    /** The value that stands now, as far as the case knows. */
    public Value current() {
        return values.get(0);
    }

    /** Number of independent origins over all its values. */
    public int origins() {
        return (int) values.stream()
                .flatMap(value -> value.supports().stream())
                .map(support -> support.origin().id())
                .distinct()
                .count();
    }

    /**
     * One value of a finding and all that rests behind it.
     *
     * @param slots the value: every filled slot that is not in {@link Finding#about}, as most statements give it
     * @param when the time it speaks of or, where no statement says, was first published at; empty if unknown
     * @param standing how it stands to the other values
     * @param reason why it stands so, for a person to judge; empty for the current value
     * @param supports the origins it rests on, most documents first
     * @param circular statements whose way upstream closes on itself, so that they rest on nothing
     */
    public record Value(
            Map<String, SlotValue> slots,
            Optional<SlotValue.Period> when,
            Standing standing,
            String reason,
            List<Support> supports,
            List<StatementId> circular) {
        public Value {
            slots = Collections.unmodifiableMap(new TreeMap<>(slots));
            supports = List.copyOf(supports);
            circular = List.copyOf(circular);
        }

        /** Number of documents that print it. */
        public int documents() {
            return (int) supports.stream()
                    .flatMap(support -> support.carriers().stream())
                    .map(Carrier::document)
                    .distinct()
                    .count();
        }

        /** Every statement that gives this value. */
        public List<StatementId> statements() {
            return Stream.concat(
                            supports.stream()
                                    .flatMap(support -> support.carriers().stream())
                                    .flatMap(carrier -> carrier.statements().stream()),
                            circular.stream())
                    .toList();
        }
    }

    /** How a value stands to the other values of its finding. */
    public enum Standing {
        /** The latest value. */
        CURRENT,
        /** Replaced by a later figure of the same origin, or by what is known to be later. */
        EARLIER,
        /** Cannot hold together with another value for the same time. */
        CONFLICTING,
        /** Said beside it: a vaguer value, or one that few documents give and none says for what time. */
        ASIDE,
        /** A part of, or an addition to, another value rather than a whole. */
        PART
    }

    /**
     * One origin of a value, with the documents that print it.
     *
     * @param origin where the knowledge starts
     * @param carriers the documents, first-hand ones first, then by date
     */
    public record Support(Origin origin, List<Carrier> carriers) {
        public Support {
            carriers = List.copyOf(carriers);
        }
    }

    /**
     * One document that prints a value.
     *
     * @param document the document
     * @param statements its statements that give the value
     * @param firstHand whether the origin speaks in it first-hand, rather than being carried
     */
    public record Carrier(DocumentId document, List<StatementId> statements, boolean firstHand) {
        public Carrier {
            statements = List.copyOf(statements);
        }
    }

    /**
     * Two values that cannot both hold.
     *
     * @param one index into {@link Finding#values}
     * @param other index into {@link Finding#values}
     * @param reason what contradicts, for a person to judge
     */
    public record Conflict(int one, int other, String reason) {}
}
