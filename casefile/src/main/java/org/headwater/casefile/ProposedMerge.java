package org.headwater.casefile;

import org.headwater.model.Entity;

/**
 * A name that the software takes for another name of a party, and that nobody has decided on.
 *
 * @param entity the party as it is shown; a withheld person by initials
 * @param alias the place of the name among the party's names
 */
public record ProposedMerge(Entity entity, int alias) {

    /** The name, with how often it is written so and why it is taken to be the party's. */
    public Entity.Alias name() {
        return entity.aliases().get(alias);
    }
}
