package org.headwater.statements.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** The same as the effect of another party's act. */
    private Draft withActor(PartyMention party) {
        return new Draft(pattern, sentence, at, slots, Optional.of(party), voice);
    }

    /**
     * Drafts of one sentence, each that tells what an act brought about with whoever acts: "Norway ordered a station in Oslo
     * to close" says of the station what Norway did, and nobody else is its source.
     */
    static List<Draft> withActors(List<Draft> drafts) {
        return drafts.stream().map(draft -> draft.actedOn(drafts)).toList();
    }

    private Draft actedOn(List<Draft> drafts) {
        if (actor.isPresent()) {
            return this;
        }
        return drafts.stream()
                .filter(act -> act.actor().filter(PartyMention::isPublic).isPresent() && isEffectOf(act))
                .map(act -> withActor(act.actor().orElseThrow()))
                .findFirst()
                .orElse(this);
    }

    /** Whether a word that fills a slot is the very word the act hangs on, and the place is the acting party's own. */
    private boolean isEffectOf(Draft act) {
        String word = sentence.sentence().token(act.at()).word();
        Set<String> countries = slots.values().stream()
                .filter(SlotValue.Place.class::isInstance)
                .flatMap(value -> ((SlotValue.Place) value).country().stream())
                .collect(Collectors.toSet());
        return act.actor()
                        .flatMap(PartyMention::country)
                        .filter(countries::contains)
                        .isPresent()
                && slots.values().stream()
                        .filter(SlotValue.Word.class::isInstance)
                        .anyMatch(value -> ((SlotValue.Word) value).text().contains(word));
    }

    /** The same with another filling. */
    Draft withSlots(Map<String, SlotValue> others) {
        return new Draft(pattern, sentence, at, others, actor, voice);
    }
}
