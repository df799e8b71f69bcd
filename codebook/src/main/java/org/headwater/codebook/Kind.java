package org.headwater.codebook;

import java.util.List;
import java.util.Optional;

/**
 * A kind of statement.
 *
 * @param name its name in the written form
 * @param label what readers see
 * @param description what counts as one
 * @param carried whether a sentence that names no speaker goes on telling what the source named last says
 * @param slots its slots, in the order to show them
 */
public record Kind(String name, String label, String description, boolean carried, List<Slot> slots) {
    public Kind {
        slots = List.copyOf(slots);
    }

    /** The slot of this name, if the kind has one. */
    public Optional<Slot> slot(String wanted) {
        return slots.stream().filter(slot -> slot.name().equals(wanted)).findFirst();
    }
}
