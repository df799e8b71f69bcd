package org.headwater.statements.explanation;

import java.util.List;
import java.util.function.UnaryOperator;
import org.headwater.model.Statement;

/**
 * Why there is a statement.
 *
 * @param statement the statement as read
 * @param trigger the words at which its pattern was tried
 * @param lists the term lists these words are of; empty for reported speech
 * @param conditions what the pattern asked for, all of which held, in words
 * @param slots where the value of each slot was found
 * @param speakers one line for each step of the attribution, outermost first: who, and what in the text says so
 * @param gaveWay patterns that found the same or less in the same sentence, and gave way to this one or were merged into it
 */
public record FoundExplanation(
        Statement statement,
        String trigger,
        List<String> lists,
        List<String> conditions,
        List<SlotExplanation> slots,
        List<SpeakerExplanation> speakers,
        List<String> gaveWay) {
    public FoundExplanation {
        lists = List.copyOf(lists);
        conditions = List.copyOf(conditions);
        slots = List.copyOf(slots);
        speakers = List.copyOf(speakers);
        gaveWay = List.copyOf(gaveWay);
    }

    /** The same with every word of the document and the statement changed, so that names can be masked. */
    public FoundExplanation masked(UnaryOperator<String> mask, UnaryOperator<Statement> statements) {
        return new FoundExplanation(
                statements.apply(statement),
                mask.apply(trigger),
                lists,
                conditions.stream().map(mask).toList(),
                slots.stream()
                        .map(slot -> new SlotExplanation(slot.slot(), mask.apply(slot.words()), slot.rule()))
                        .toList(),
                speakers.stream()
                        .map(step -> new SpeakerExplanation(mask.apply(step.name()), mask.apply(step.reason())))
                        .toList(),
                gaveWay);
    }

    /**
     * Where the value of a slot was found.
     *
     * @param slot its name
     * @param words the words it was read from; empty if it stands in none of this sentence
     * @param rule where the pattern looked, in words
     */
    public record SlotExplanation(String slot, String words, String rule) {}

    /**
     * What made a party a step of the attribution.
     *
     * @param name who
     * @param reason what in the text says so
     */
    public record SpeakerExplanation(String name, String reason) {}
}
