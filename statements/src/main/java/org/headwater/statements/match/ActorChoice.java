package org.headwater.statements.match;

import java.util.List;
import java.util.Optional;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.SlotValue;

/** Chooses, where one sentence tells what several countries do, the one that acts for each. */
final class ActorChoice {
    private ActorChoice() {}

    /** Of several parties that of a country, as its adjective shows; else the first. */
    static SlotValue of(List<SlotValue> found, SlotValue country, Gazetteer gazetteer) {
        Optional<String> adjective = country instanceof SlotValue.Place place
                ? place.country().flatMap(gazetteer::adjectiveOf)
                : Optional.empty();
        return found.stream()
                .filter(value ->
                        adjective.filter(SlotFiller.nameOf(value)::startsWith).isPresent())
                .findFirst()
                .orElse(found.get(0));
    }
}
