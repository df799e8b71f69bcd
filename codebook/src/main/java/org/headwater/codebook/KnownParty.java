package org.headwater.codebook;

import java.util.List;
import java.util.Optional;
import org.headwater.model.EntityKind;

/**
 * A party that texts on the subject name without saying what it is.
 *
 * @param name its usual name
 * @param also other names and abbreviations
 * @param kind what it is
 * @param country ISO 3166-1 alpha-2 code of the country it acts for; empty if it acts for none
 */
public record KnownParty(String name, List<String> also, EntityKind kind, Optional<String> country) {
    public KnownParty {
        also = List.copyOf(also);
    }
}
