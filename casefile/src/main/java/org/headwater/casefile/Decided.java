package org.headwater.casefile;

import java.util.List;
import java.util.Optional;

/** What is decided already on the target of a new decision. */
final class Decided {
    private Decided() {}

    /**
     * Refuses a decision on what somebody else decided on since.
     *
     * @param seen number of the last decision on the target that is known to the person who decides
     */
    static void check(List<Decision> before, String target, long seen) throws CaseException {
        Optional<Decision> since = before.stream()
                .filter(decision -> decision.sequence() > seen)
                .filter(decision -> decision.target().equals(target) || isUndoOf(decision, target, before))
                .reduce((earlier, later) -> later);
        if (since.isPresent()) {
            Decision decision = since.get();
            throw CaseException.refused("Already decided: " + decision.who() + " "
                    + (decision.action() == Decision.Action.UNDO ? "took back a decision on" : past(decision.action()))
                    + " it at " + decision.at() + ". Nothing was overwritten; look at it again.");
        }
    }

    private static boolean isUndoOf(Decision decision, String target, List<Decision> before) {
        return decision.action() == Decision.Action.UNDO
                && statement(before, decision).filter(target::equals).isPresent();
    }

    private static String past(Decision.Action action) {
        return switch (action) {
            case ACCEPT -> "accepted";
            case REJECT -> "rejected";
            case EDIT -> "edited";
            case ASSESS -> "graded";
            default -> "decided on";
        };
    }

    /** The number of the last decision on this target, an undo of one included; 0 if there is none. */
    static long last(List<Decision> decisions, String target) {
        return decisions.stream()
                .filter(decision -> decision.target().equals(target) || isUndoOf(decision, target, decisions))
                .mapToLong(Decision::sequence)
                .max()
                .orElse(0);
    }

    /** What a decision is on in the end: its target or, for an undo, the target of what is undone. */
    static Optional<String> statement(List<Decision> decisions, Decision decision) {
        Optional<Decision> each = Optional.of(decision);
        while (each.isPresent() && each.get().action() == Decision.Action.UNDO) {
            String undone = each.get().target();
            each = decisions.stream()
                    .filter(earlier -> Long.toString(earlier.sequence()).equals(undone))
                    .findFirst();
        }
        return each.filter(last -> last.action() == Decision.Action.ACCEPT
                        || last.action() == Decision.Action.REJECT
                        || last.action() == Decision.Action.EDIT
                        || last.action() == Decision.Action.ASSESS)
                .map(Decision::target);
    }
}
