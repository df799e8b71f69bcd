package org.headwater.codebook;

import java.util.List;
import java.util.Optional;

/**
 * How a pattern fills a slot.
 *
 * @param slot the slot
 * @param from roles to look in, the first that has a value counts
 * @param word the closed list's word to set, whatever the text says; empty if it is looked for
 * @param of term list of the nouns a number must count; empty if it must count the trigger
 * @param side which places and parties are meant
 */
public record Fill(String slot, List<Role> from, Optional<String> word, Optional<String> of, Side side) {
    public Fill {
        from = List.copyOf(from);
    }

    /** Which places and parties may fill a slot. */
    public enum Side {
        /** Those of countries that are not accused. */
        ABROAD,
        /** Those of the accused countries. */
        HOME,
        /** Parties without public power. */
        PRIVATE,
        /** Any. */
        ANY
    }
}
