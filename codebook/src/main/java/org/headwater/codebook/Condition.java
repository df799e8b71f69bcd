package org.headwater.codebook;

import java.util.ArrayList;
import java.util.List;

/**
 * One condition of a pattern: in some of the roles, one of the alternatives is found.
 *
 * @param role where to look
 * @param traits built-in alternatives
 * @param terms alternatives that are term lists
 */
public record Condition(Role role, List<Trait> traits, List<String> terms) {
    public Condition {
        traits = List.copyOf(traits);
        terms = List.copyOf(terms);
    }

    /** In words: {@code subject: a body …, or a term of `official`}. */
    public String inWords() {
        List<String> parts = new ArrayList<>();
        traits.forEach(trait -> parts.add(trait.meaning()));
        terms.forEach(name -> parts.add("a term of `" + name + "`"));
        return "*" + role.word() + "*: " + String.join(", or ", parts);
    }

    /** The same without marks: {@code subject: a body …, or a term of ‘official’}. */
    public String plainly() {
        return plainly(inWords());
    }

    static String plainly(String words) {
        return words.replace("*", "").replaceAll("`([^`]*)`", "‘$1’");
    }
}
