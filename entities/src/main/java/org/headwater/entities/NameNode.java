package org.headwater.entities;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.headwater.model.DocumentId;
import org.headwater.model.EntityKind;

/**
 * One name before it is known whose: everywhere in the case, or in one document for names that say who is meant only
 * there (a surname alone). Changed only while names are gathered.
 */
final class NameNode {
    private final String name;
    private final Optional<DocumentId> only;
    private final NameForm form;
    private final Map<EntityKind, Integer> kinds = new EnumMap<>(EntityKind.class);
    private final TreeMap<DocumentId, Integer> documents = new TreeMap<>();
    private final TreeMap<DocumentId, Set<String>> roles = new TreeMap<>();
    private Optional<Offices.Office> office = Optional.empty();

    NameNode(String name, Optional<DocumentId> only) {
        this.name = name;
        this.only = only;
        this.form = NameForm.of(name);
    }

    String name() {
        return name;
    }

    NameForm form() {
        return form;
    }

    /** The only document it is good for; empty if it is good for all. */
    Optional<DocumentId> only() {
        return only;
    }

    /** How often it stands in each document. */
    Map<DocumentId, Integer> documents() {
        return documents;
    }

    Map<DocumentId, Set<String>> roles() {
        return roles;
    }

    Map<EntityKind, Integer> kinds() {
        return kinds;
    }

    Optional<Offices.Office> office() {
        return office;
    }

    void office(Offices.Office found) {
        office = Optional.of(found);
    }

    int mentions() {
        return documents.values().stream().mapToInt(Integer::intValue).sum();
    }

    void seen(DocumentId document) {
        documents.merge(document, 1, Integer::sum);
    }

    void kind(EntityKind kind) {
        kinds.merge(kind, 1, Integer::sum);
    }

    /** What it names by majority, ties by the order of kinds; an organisation where nothing was said. */
    EntityKind kind() {
        if (office.isPresent()) {
            return EntityKind.AGENCY;
        }
        EntityKind best = EntityKind.ORGANISATION;
        int most = 0;
        for (Map.Entry<EntityKind, Integer> each : kinds.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                best = each.getKey();
            }
        }
        return best;
    }

    boolean isPerson() {
        return kind() == EntityKind.PERSON;
    }

    /** Whether it names a body: an organisation or agency. */
    boolean isBody() {
        EntityKind kind = kind();
        return kind == EntityKind.ORGANISATION || kind == EntityKind.AGENCY;
    }

    /** Sorts and tells nodes apart. */
    String key() {
        return name + "\u0000" + only.map(DocumentId::value).orElse("");
    }
}
