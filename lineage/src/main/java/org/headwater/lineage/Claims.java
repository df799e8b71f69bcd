package org.headwater.lineage;

import java.util.Map;
import java.util.Optional;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;

/** Whether two statements make the same claim: kind, polarity, and values that agree wherever both fill a slot. */
final class Claims {
    private Claims() {}

    static boolean isSame(Statement a, Statement b) {
        return isSameKind(a, b) && agreeing(a, b) > 0;
    }

    /** Whether one of two statements of a kind states a value that the other contradicts. */
    static boolean isOther(Statement a, Statement b) {
        return !isSameKind(a, b) || agreeing(a, b) < 0;
    }

    private static boolean isSameKind(Statement a, Statement b) {
        return a.kind().equals(b.kind()) && a.polarity() == b.polarity();
    }

    /** How many slots agree; -1 if any disagree. Two statements with no slot at all agree in that. */
    private static int agreeing(Statement a, Statement b) {
        int agreeing = a.slots().isEmpty() && b.slots().isEmpty() ? 1 : 0;
        for (Map.Entry<String, SlotValue> slot : a.slots().entrySet()) {
            Optional<SlotValue> other = b.slot(slot.getKey());
            if (other.isEmpty() || isFreeText(slot.getValue()) || isFreeText(other.get())) {
                continue;
            }
            if (!other.get().getClass().equals(slot.getValue().getClass())
                    || !slot.getValue().fold(new Agreement(other.get()))) {
                return -1;
            }
            agreeing++;
        }
        return agreeing;
    }

    /** Words of a text, which two writers put differently, as opposed to words of the codebook. */
    private static boolean isFreeText(SlotValue value) {
        return value instanceof SlotValue.Word word && word.name().equals(word.text());
    }

    /** Agreement with a value of the same type. */
    private record Agreement(SlotValue other) implements SlotValue.Cases<Boolean> {
        @Override
        public Boolean count(SlotValue.Count value) {
            SlotValue.Count count = (SlotValue.Count) other;
            return value.min().equals(count.min()) && value.max().equals(count.max());
        }

        @Override
        public Boolean period(SlotValue.Period value) {
            return value.meets((SlotValue.Period) other);
        }

        @Override
        public Boolean place(SlotValue.Place value) {
            SlotValue.Place place = (SlotValue.Place) other;
            return (value.id().isPresent() && value.id().equals(place.id()))
                    || value.name().equalsIgnoreCase(place.name());
        }

        @Override
        public Boolean party(SlotValue.Party value) {
            SlotValue.Party party = (SlotValue.Party) other;
            return (value.entity().isPresent() && value.entity().equals(party.entity()))
                    || Credits.fold(value.name()).equals(Credits.fold(party.name()));
        }

        @Override
        public Boolean word(SlotValue.Word value) {
            return value.name().equals(((SlotValue.Word) other).name());
        }

        @Override
        public Boolean several(SlotValue.Several value) {
            SlotValue.Several several = (SlotValue.Several) other;
            return value.values().size() == several.values().size()
                    && value.values().stream()
                            .allMatch(one -> several.values().stream()
                                    .anyMatch(two ->
                                            one.getClass().equals(two.getClass()) && one.fold(new Agreement(two))));
        }
    }
}
