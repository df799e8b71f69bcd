package org.headwater.casefile;

import java.util.Optional;

/**
 * Which findings a list shows, and in what order. What is empty does not narrow the list.
 *
 * @param kind a kind of the codebook
 * @param country ISO 3166-1 alpha-2 code of a country the finding speaks of
 * @param party name of a party the finding speaks of
 * @param words words that its subject must have
 * @param from earliest month or day of its current value, ISO 8601
 * @param to latest month or day of its current value, ISO 8601
 * @param trait what must be true of it
 * @param place id or name of a place it speaks of
 * @param order what it is sorted by
 */
public record FindingQuery(
        Optional<String> kind,
        Optional<String> country,
        Optional<String> party,
        Optional<String> words,
        Optional<String> from,
        Optional<String> to,
        Optional<Trait> trait,
        Optional<String> place,
        Order order) {

    /** Every finding, those printed by most documents first. */
    public static FindingQuery all() {
        return new FindingQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Order.STRONGEST);
    }

    /** The same list, narrowed to a trait. */
    public FindingQuery with(Trait wanted) {
        return new FindingQuery(kind, country, party, words, from, to, Optional.of(wanted), place, order);
    }

    /** The same list, narrowed to a kind. */
    public FindingQuery ofKind(String wanted) {
        return new FindingQuery(Optional.of(wanted), country, party, words, from, to, trait, place, order);
    }

    /** The same list in another order. */
    public FindingQuery by(Order wanted) {
        return new FindingQuery(kind, country, party, words, from, to, trait, place, wanted);
    }

    /** What can be true of a finding. */
    public enum Trait {
        /** It rests on one origin. */
        ONE_ORIGIN,
        /** It rests on two origins or more. */
        SEVERAL_ORIGINS,
        /** It rests on none: every chain closes on itself. */
        NO_ORIGIN,
        /** Somebody denies it. */
        DENIED,
        /** Two of its values cannot both hold. */
        CONFLICTING,
        /** One of its statements waits for a decision. */
        WAITING,
        /** All of its statements were decided on. */
        DECIDED,
        /** Somebody has graded it. */
        ASSESSED
    }

    /** What findings can be sorted by. */
    public enum Order {
        /** Printed by most documents first. */
        STRONGEST,
        /** Fewest origins first; among these, most documents first. */
        WEAKEST,
        /** Latest first. */
        LATEST,
        /** Earliest first. */
        EARLIEST,
        /** By subject. */
        SUBJECT,
        /** Most origins first. */
        ORIGINS
    }
}
