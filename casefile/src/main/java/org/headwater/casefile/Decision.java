package org.headwater.casefile;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a person decided, and when and why. Decisions are never changed or deleted; an undo is one more decision.
 *
 * @param sequence its place among the decisions of the case, from 1
 * @param at when
 * @param who the person
 * @param why the reason given; empty if none was
 * @param action what was decided
 * @param target what on: a statement's or finding's id, a name, or the number of the decision that is undone
 * @param changes the new values of an edit or an addition by slot, or the other name of a merge or split
 * @param bundle the id of the bundle it came in with; empty if it was taken here
 */
public record Decision(
        long sequence,
        Instant at,
        String who,
        String why,
        Action action,
        String target,
        Map<String, String> changes,
        String bundle) {
    private static final Pattern KEEPER = Pattern.compile("investigator \\d{1,9}");

    private static final String ERASED = Addition.MARK + "erased";

    public Decision {
        changes = Collections.unmodifiableMap(new TreeMap<>(changes));
    }

    /** This decision in its place. */
    Decision numbered(long number) {
        return new Decision(number, at, who, why, action, target, changes, bundle);
    }

    /** This decision in another case: an undo names there what it named here. */
    Decision movedTo(long number, String from, Map<Long, Long> numbers) {
        String there = target;
        if (action == Action.UNDO) {
            there = Long.toString(numbers.get(Long.parseLong(target)));
        }
        return new Decision(number, at, who, why, action, there, changes, from);
    }

    /** What is left of this decision once what it is on was erased: that it was taken, when and by whom. */
    Decision erased(String erasure) {
        return new Decision(sequence, at, who, "", action, target, Map.of(ERASED, erasure), bundle);
    }

    /** Whether what it is on was erased. It shapes nothing then, and its words are gone. */
    public boolean isErased() {
        return changes.containsKey(ERASED);
    }

    /** The document that a statement is added to, by id; empty for any other decision. */
    String document() {
        return action == Action.ADD ? changes.getOrDefault(Addition.DOCUMENT, "") : "";
    }

    /** How somebody is called who decided and is not to be named. */
    public static String keeper(int number) {
        return "investigator " + number;
    }

    private boolean isUnnamed() {
        return KEEPER.matcher(who).matches();
    }

    /** Whether the other is this decision, wherever it was taken down; who took it may be unnamed in one of them. */
    boolean isSameAs(Decision other) {
        return at.equals(other.at)
                && (who.equals(other.who) || isUnnamed() || other.isUnnamed())
                && why.equals(other.why)
                && action == other.action
                && target.equals(other.target)
                && changes.equals(other.changes);
    }

    /** What can be decided. */
    public enum Action {
        /** A statement says what it was read as. */
        ACCEPT,
        /** A statement was read wrongly and is left out everywhere. */
        REJECT,
        /** A statement was read nearly right and has these values instead. */
        EDIT,
        /** A statement that the software did not propose is made by a person. */
        ADD,
        /** Two names are one party. */
        MERGE,
        /** Two names are two parties. */
        SPLIT,
        /** A person acts in a public role and is named. */
        NAME,
        /** A person is withheld. */
        WITHHOLD,
        /** Words of a document are shown to nobody; {@code begin} and {@code end} say where they stand, in UTF-16 units. */
        REDACT,
        /** A finding is graded: {@code source} A to F, {@code information} 1 to 6; the reason is the rationale. */
        ASSESS,
        /** An earlier decision no longer holds. */
        UNDO;

        /** The written form. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The action of a written form.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Action ofWord(String word) {
            for (Action action : values()) {
                if (action.word().equals(word)) {
                    return action;
                }
            }
            throw new IllegalArgumentException("Invalid action: '" + word + "'");
        }
    }
}
