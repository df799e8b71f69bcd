package org.headwater.model;

import java.util.List;

/**
 * A party, place, agency, operation or publication, with all the names it goes by in the case.
 *
 * @param id names it
 * @param kind what it is
 * @param name the name to show
 * @param aliases every name it goes by, {@code name} among them, each with why it is taken to be this entity
 * @param withheld whether it is a person whose name is withheld from readers without the right, and from every export
 */
public record Entity(EntityId id, EntityKind kind, String name, List<Alias> aliases, boolean withheld) {
    public Entity {
        aliases = List.copyOf(aliases);
    }

    /** The id of an entity that is of this kind and first known by this name. */
    public static EntityId idOf(EntityKind kind, String name) {
        return new EntityId(ContentHash.of(kind.word(), name).id(EntityId.PREFIX));
    }

    /**
     * One name of an entity.
     *
     * @param name the name as written in documents
     * @param mentions how often it is written so in the case
     * @param reason why it names this entity, for a person to judge
     * @param withheld whether it is a person's own name that is withheld: this entity's, or that of somebody who speaks
     *     for it
     */
    public record Alias(String name, int mentions, String reason, boolean withheld) {}
}
