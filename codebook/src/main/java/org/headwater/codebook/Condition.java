package org.headwater.codebook;

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
}
