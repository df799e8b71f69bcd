package org.headwater.entities;

import java.util.List;
import org.headwater.model.EntityId;

/**
 * One name taken to be an entity's besides the name it is shown by.
 *
 * @param entity the entity
 * @param name the name it is shown by
 * @param alias the other name
 * @param score how sure, 0 to 1; 1 for a person's ruling
 * @param reasons why, each for a person to judge
 */
public record Merge(EntityId entity, String name, String alias, double score, List<String> reasons) {
    public Merge {
        reasons = List.copyOf(reasons);
    }
}
