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
 * @param about the slots that say what a statement speaks about: statements equal in these are set side by side
 * @param denies the kinds that a statement of this kind denies; empty unless it is a denial
 */
public record Kind(
        String name,
        String label,
        String description,
        boolean carried,
        List<Slot> slots,
        List<String> about,
        List<String> denies) {
    public Kind {
        slots = List.copyOf(slots);
        about = List.copyOf(about);
        denies = List.copyOf(denies);
    }

    /** The slot of this name, if the kind has one. */
    public Optional<Slot> slot(String wanted) {
        return slots.stream().filter(slot -> slot.name().equals(wanted)).findFirst();
    }
}
