package org.headwater.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is said to have said it: a chain of parties, the outermost carrier first and the ultimate speaker last. "In the
 * findings first shared with CNN, Safeguard Defenders said …" in outlet W is W, CNN, Safeguard Defenders.
 *
 * <p>A chain is never empty: a sentence that names no speaker is attributed to the document's outlet.
 *
 * @param steps the chain, outermost first
 */
public record Attribution(List<Step> steps) {
    public Attribution {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(
                    "Invalid attribution: no speaker (the outlet speaks where nobody is named)");
        }
    }

    /** The chain in which the outlet itself speaks. */
    public static Attribution outlet(String name) {
        return new Attribution(List.of(new Step(name, Optional.empty(), "", How.OUTLET)));
    }

    /** This chain with one more speaker inside. */
    public Attribution to(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Attribution(longer);
    }

    /** The ultimate speaker. */
    public Step speaker() {
        return steps.get(steps.size() - 1);
    }

    /** Whether nobody but the outlet speaks. */
    public boolean isOutletOnly() {
        return steps.size() == 1 && speaker().how() == How.OUTLET;
    }

    /**
     * One party of a chain.
     *
     * @param name the party's name: as written by the reader of statements, the entity's name once names are resolved
     * @param entity the entity, once names are resolved
     * @param text the words that name it here ("The report", "she"); empty for the outlet
     * @param how how the text says that it speaks
     */
    public record Step(String name, Optional<EntityId> entity, String text, How how) {}

    /** How a text makes somebody the speaker. */
    public enum How {
        /** The document's publisher, speaking for itself or carrying the rest of the chain. */
        OUTLET("outlet"),
        /** "the group said", "the report claims". */
        REPORT_VERB("report-verb"),
        /** "according to …", "in the words of …". */
        ACCORDING_TO("according-to"),
        /** The speaker of a quotation that the sentence lies in. */
        QUOTATION("quotation"),
        /** "the claim of …", "findings by …". */
        NOUN("noun"),
        /** The party whose act the sentence reports, such as the government that announces. */
        ACTOR("actor"),
        /** "told X", "first shared with X", "quoted in X": the carrier between outlet and speaker. */
        TOLD("told"),
        /** Carried over from the sentences before. */
        DISCOURSE("discourse"),
        /** A person said so when deciding on the statement. */
        DECISION("decision");

        private final String word;

        How(String word) {
            this.word = word;
        }

        /** The written form. */
        public String word() {
            return word;
        }

        /**
         * The way of a written form.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static How ofWord(String word) {
            for (How how : values()) {
                if (how.word.equals(word)) {
                    return how;
                }
            }
            throw new IllegalArgumentException("Invalid way of attribution: '" + word + "'");
        }
    }
}
