package org.headwater.statements.match;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.headwater.codebook.Pattern;
import org.headwater.model.SlotValue;
import org.headwater.statements.marks.MarkedSentence;
import org.headwater.statements.marks.PartyMention;

/**
 * A statement as a pattern found it, before it is known who speaks.
 *
 * @param pattern what found it
 * @param sentence where
 * @param at the word of the sentence it hangs on
 * @param slots what fills its slots
 * @param actor the party whose act it reports, if one stands in the sentence
 * @param voice who speaks, where the pattern was tried on reported speech
 */
public record Draft(
        Pattern pattern,
        MarkedSentence sentence,
        int at,
        Map<String, SlotValue> slots,
        Optional<PartyMention> actor,
        Optional<Voices.Voice> voice) {
    public Draft {
        slots = new LinkedHashMap<>(slots);
    }

    /** The same with another filling. */
    Draft withSlots(Map<String, SlotValue> others) {
        return new Draft(pattern, sentence, at, others, actor, voice);
    }
}
