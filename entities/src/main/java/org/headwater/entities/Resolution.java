package org.headwater.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headwater.model.Attribution;
import org.headwater.model.DocumentId;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;

/**
 * The parties of a case, and which name is whose. Immutable.
 */
public final class Resolution {
    private final List<Entity> entities;
    private final List<Merge> merges;
    private final Map<EntityId, Entity> byId = new HashMap<>();
    private final Map<String, EntityId> everywhere;
    private final Map<String, EntityId> within;

    Resolution(
            List<Entity> entities, List<Merge> merges, Map<String, EntityId> everywhere, Map<String, EntityId> within) {
        this.entities = List.copyOf(entities);
        this.merges = List.copyOf(merges);
        this.everywhere = Map.copyOf(everywhere);
        this.within = Map.copyOf(within);
        this.entities.forEach(entity -> byId.put(entity.id(), entity));
    }

    /** All parties and places, by kind and name. */
    public List<Entity> entities() {
        return entities;
    }

    /** Every name joined to an entity besides the one it is shown by, with why; by entity, then name. */
    public List<Merge> merges() {
        return merges;
    }

    /** The entity with this id. */
    public Optional<Entity> entity(EntityId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Whose name it is in this document: there a surname or short name may say who is meant. */
    public Optional<Entity> entityOf(DocumentId document, String name) {
        EntityId id = within.get(key(document, name));
        return id == null ? entityOf(name) : entity(id);
    }

    /** Whose name it is everywhere in the case; empty for names that mean somebody only within a document. */
    public Optional<Entity> entityOf(String name) {
        EntityId id = everywhere.get(name);
        return id == null ? Optional.empty() : entity(id);
    }

    /**
     * The same statement with each party of its slots and attribution under its entity's name and id. Words of the text
     * and places stay as they are; a party without entity stays as it is.
     */
    public Statement apply(Statement statement) {
        Map<String, SlotValue> slots = new TreeMap<>();
        statement.slots().forEach((slot, value) -> slots.put(slot, applied(statement.document(), value)));
        List<Attribution.Step> steps = new ArrayList<>();
        for (Attribution.Step step : statement.attribution().steps()) {
            steps.add(entityOf(statement.document(), step.name())
                    .map(entity ->
                            new Attribution.Step(entity.name(), Optional.of(entity.id()), step.text(), step.how()))
                    .orElse(step));
        }
        return statement.withSlots(slots).withAttribution(new Attribution(steps));
    }

    private SlotValue applied(DocumentId document, SlotValue value) {
        if (value instanceof SlotValue.Party party) {
            return entityOf(document, party.name())
                    .map(entity -> new SlotValue.Party(entity.name(), Optional.of(entity.id()), party.text()))
                    .orElse(party);
        }
        if (value instanceof SlotValue.Several several) {
            return new SlotValue.Several(several.values().stream()
                    .map(each -> applied(document, each))
                    .toList());
        }
        return value;
    }

    static String key(DocumentId document, String name) {
        return document.value() + "\u0000" + name;
    }
}
