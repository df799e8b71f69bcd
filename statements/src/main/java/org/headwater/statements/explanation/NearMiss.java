package org.headwater.statements.explanation;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A pattern that was tried at a term of its trigger and found nothing.
 *
 * @param pattern the pattern's id
 * @param trigger the words it was tried at; empty for one that is tried on reported speech
 * @param unmet each condition that failed, in words
 */
public record NearMiss(String pattern, String trigger, List<String> unmet) {
    public NearMiss {
        unmet = List.copyOf(unmet);
    }

    NearMiss masked(UnaryOperator<String> mask) {
        return new NearMiss(
                pattern, mask.apply(trigger), unmet.stream().map(mask).toList());
    }
}
