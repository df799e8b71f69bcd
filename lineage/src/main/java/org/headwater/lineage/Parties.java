package org.headwater.lineage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.headwater.model.Attribution;
import org.headwater.model.Document;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.EntityKind;
import org.headwater.model.Origin;

/** Which party a name of an attribution or an outlet is, and what kind of knowledge a party has. */
final class Parties {
    private static final Pattern OFFICIAL = Pattern.compile(
            "(?iu)\\b(?:minist\\w*|polic\\w*|polizei\\w*|politie\\w*|government\\w*|gobierno|gouvernement|regierung|governo|embass\\w*|embajad\\w*"
                    + "|consul\\w*|court\\w*|tribunal\\w*|parliament\\w*|department of|office of|bureau of|prosecut\\w*"
                    + "|fiscal[ií]a|authorit\\w*|autoridad\\w*|council|commission|state security|president|senate)\\b"
                    + "|部|公安|政府|外交|大使[馆館]|法院|[检檢]察|警");
    /** Words that name no party. */
    private static final Set<String> NOBODY = Set.of(
            " reports ",
            " report ",
            " media ",
            " media reports ",
            " news reports ",
            " local media ",
            " sources ",
            " source ",
            " observers ",
            " experts ",
            " critics ",
            " people ",
            " some ",
            " many ",
            " others ",
            " several media ",
            " medios ",
            " fuentes ",
            " quellen ",
            " medien ",
            " médias ",
            " 报道 ",
            " 媒体 ");

    private final Map<EntityId, Entity> entities;
    private final Map<String, Entity> byName = new HashMap<>();

    Parties(Map<EntityId, Entity> entities) {
        this.entities = Map.copyOf(entities);
        entities.values().stream()
                .sorted(Comparator.comparing((Entity entity) -> entity.kind() != EntityKind.ORGANISATION)
                        .thenComparing(Entity::id))
                .forEach(entity -> {
                    byName.putIfAbsent(Credits.fold(entity.name()), entity);
                    entity.aliases().forEach(alias -> byName.putIfAbsent(Credits.fold(alias.name()), entity));
                });
    }

    /** The name of the party: its entity's, else as written. */
    String name(Attribution.Step step) {
        return step.entity()
                .map(entities::get)
                .or(() -> Optional.ofNullable(byName.get(Credits.fold(step.name()))))
                .map(Entity::name)
                .orElse(step.name());
    }

    /** The name of the document's outlet as a party; what stands in for it where the outlet is not known. */
    String outlet(Document document) {
        String label = document.label();
        return Optional.ofNullable(byName.get(Credits.fold(label)))
                .map(Entity::name)
                .orElse(label);
    }

    boolean isSame(String one, String two) {
        return Credits.fold(one).equals(Credits.fold(two));
    }

    /** Whether the words name a party at all, unlike "sources" or "media reports". */
    boolean isSomebody(Attribution.Step step) {
        String folded = Credits.fold(step.name());
        return step.entity().isPresent() || (!folded.isBlank() && !NOBODY.contains(folded));
    }

    /** The origin that a named party is. */
    Origin origin(Attribution.Step step) {
        String name = name(step);
        Optional<Entity> entity =
                step.entity().map(entities::get).or(() -> Optional.ofNullable(byName.get(Credits.fold(step.name()))));
        boolean official = OFFICIAL.matcher(name).find();
        EntityKind kind = entity.map(Entity::kind).orElse(official ? EntityKind.AGENCY : EntityKind.ORGANISATION);
        return switch (kind) {
            case AGENCY, PLACE -> origin(name, Origin.Kind.OFFICIAL_STATEMENT, name + " acts or speaks for itself");
            case PERSON -> origin(name, Origin.Kind.TESTIMONY, name + " tells it");
            case PUBLICATION -> origin(name, Origin.Kind.PRIMARY_DOCUMENT, "“" + name + "” is the document itself");
            case ORGANISATION, OPERATION ->
                official
                        ? origin(name, Origin.Kind.OFFICIAL_STATEMENT, name + " acts or speaks for itself")
                        : origin(name, Origin.Kind.OWN_INVESTIGATION, name + " reports what it found");
        };
    }

    static Origin origin(String party, Origin.Kind kind, String reason) {
        return new Origin(Origin.idOf(party), party, kind, reason);
    }
}
