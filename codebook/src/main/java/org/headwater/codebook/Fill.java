package org.headwater.codebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** In words: {@code `count` from *subject*, else *object*, counting `people`}. */
    public String inWords() {
        String where = word.map(each -> " with `" + each + "`")
                .orElseGet(() -> " from "
                        + from.stream().map(role -> "*" + role.word() + "*").collect(Collectors.joining(", else ")));
        String noun = of.map(name -> ", of `" + name + "`").orElse("");
        return "`" + slot + "`" + where + noun
                + switch (side) {
                    case ABROAD -> ", outside the accused countries";
                    case HOME -> ", inside the accused countries";
                    case PRIVATE -> ", without public power";
                    case ANY -> "";
                };
    }

    /** The same without marks: {@code ‘count’ from subject, else object, of ‘people’}. */
    public String plainly() {
        return Condition.plainly(inWords());
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
