package org.headwater.codebook;

import java.util.List;
import java.util.Optional;

/**
 * A rule that finds statements of one kind. Wherever a term of the trigger stands in a sentence, the conditions are
 * tried; if all hold, the slots are filled.
 *
 * @param kind the kind of statement it finds
 * @param name its name, unique within the kind
 * @param version raised whenever what it finds changes
 * @param trigger term lists; empty for a pattern that is tried once for each reported speech
 * @param negation whether the trigger must, must not or may be negated
 * @param require conditions that must all hold
 * @param forbid conditions none of which may hold
 * @param fills how slots are filled
 * @param needs slots without which there is no statement
 * @param each the slot whose every value makes a statement of its own; empty if all values stand in one statement
 * @param yieldsTo names {@code kind} or {@code kind/pattern} that, when they find something in the same sentence, make
 *     this pattern's find superfluous
 * @param examples sentences in which it finds a statement, for the reader and as tests
 */
public record Pattern(
        String kind,
        String name,
        int version,
        List<String> trigger,
        Negation negation,
        List<Condition> require,
        List<Condition> forbid,
        List<Fill> fills,
        List<String> needs,
        Optional<String> each,
        List<String> yieldsTo,
        List<String> examples) {
    public Pattern {
        trigger = List.copyOf(trigger);
        require = List.copyOf(require);
        forbid = List.copyOf(forbid);
        fills = List.copyOf(fills);
        needs = List.copyOf(needs);
        yieldsTo = List.copyOf(yieldsTo);
        examples = List.copyOf(examples);
    }

    /** Its written form in a statement's {@code by}: {@code kind/name@version}. */
    public String id() {
        return kind + "/" + name + "@" + version;
    }

    /** Whether it is tried once for each reported speech, rather than at the terms of a trigger. */
    public boolean onSpeech() {
        return trigger.isEmpty();
    }

    /** Whether the trigger must be negated. */
    public enum Negation {
        /** It must not be. */
        ASSERTED,
        /** It must be. */
        NEGATED,
        /** Either way. */
        EITHER
    }
}
