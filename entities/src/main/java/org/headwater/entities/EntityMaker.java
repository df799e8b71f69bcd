package org.headwater.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.codebook.gazetteer.Gazetteer.Place;
import org.headwater.entities.Clusters.Link;
import org.headwater.model.ContentHash;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.EntityKind;
import org.headwater.model.NameMention;

/** Makes entities of joined names: what each is, what it is called, whether it is withheld. */
final class EntityMaker {
    private static final Set<String> PUBLIC_ROLES = publicRoles();

    private final Gazetteer gazetteer;
    private final Clusters clusters;
    private final Map<EntityId, Entity> entities = new HashMap<>();
    private final List<Merge> merges = new ArrayList<>();
    private final Map<String, EntityId> everywhere = new HashMap<>();
    private final Map<String, EntityId> within = new HashMap<>();

    EntityMaker(Gazetteer gazetteer, Clusters clusters) {
        this.gazetteer = gazetteer;
        this.clusters = clusters;
    }

    Resolution resolution(List<NameMention> names) {
        clusters.groups().forEach(this::party);
        places(names);
        List<Entity> sorted = new ArrayList<>(entities.values());
        sorted.sort(
                Comparator.comparing(Entity::kind).thenComparing(Entity::name).thenComparing(Entity::id));
        merges.sort(Comparator.comparing(Merge::entity).thenComparing(Merge::alias));
        return new Resolution(sorted, merges, everywhere, within);
    }

    private void party(List<Integer> group) {
        List<NameNode> nodes = group.stream().map(clusters::node).toList();
        Optional<Offices.Office> office =
                nodes.stream().flatMap(node -> node.office().stream()).min(Comparator.comparing(Offices.Office::name));
        List<NameNode> bodies = nodes.stream().filter(node -> !node.isPerson()).toList();
        List<NameNode> candidates = bodies.isEmpty() ? nodes : bodies;
        EntityKind kind = office.isPresent() ? EntityKind.AGENCY : majority(candidates);
        NameNode best = candidates.stream().min(fitness(kind)).orElseThrow();
        String name = office.map(Offices.Office::name).orElse(best.name());
        boolean local =
                office.isEmpty() && nodes.stream().allMatch(node -> node.only().isPresent());
        EntityId id = local && kind == EntityKind.PERSON
                ? new EntityId(ContentHash.of(
                                kind.word(), name, best.only().orElseThrow().value())
                        .id(EntityId.PREFIX))
                : Entity.idOf(kind, name);
        boolean withheld = kind == EntityKind.PERSON && nodes.stream().noneMatch(EntityMaker::isPublic);
        List<Entity.Alias> aliases = aliases(group, best, name, id);
        add(new Entity(id, kind, name, aliases, withheld));
        for (NameNode node : nodes) {
            node.documents().keySet().forEach(document -> within.put(Resolution.key(document, node.name()), id));
            if (node.only().isEmpty()) {
                everywhere.put(node.name(), id);
            }
        }
    }

    /** A name that is good for all documents and, elsewhere, for one only may make two groups: they are one entity. */
    private void add(Entity entity) {
        entities.merge(entity.id(), entity, (one, other) -> {
            TreeMap<String, Entity.Alias> aliases = new TreeMap<>();
            one.aliases().forEach(alias -> aliases.put(alias.name(), alias));
            other.aliases().forEach(alias -> aliases.merge(alias.name(), alias, EntityMaker::together));
            boolean withheld = one.withheld() && other.withheld();
            return new Entity(one.id(), one.kind(), one.name(), sorted(aliases, one.name()), withheld);
        });
    }

    private static Entity.Alias together(Entity.Alias one, Entity.Alias other) {
        return new Entity.Alias(
                one.name(), one.mentions() + other.mentions(), one.reason(), one.withheld() || other.withheld());
    }

    private List<Entity.Alias> aliases(List<Integer> group, NameNode best, String name, EntityId id) {
        int shown =
                group.stream().filter(i -> clusters.node(i) == best).findFirst().orElseThrow();
        Map<Integer, List<Link>> ways = clusters.ways(shown);
        TreeMap<String, Entity.Alias> aliases = new TreeMap<>();
        TreeMap<String, Merge> joined = new TreeMap<>();
        for (int index : group) {
            NameNode node = clusters.node(index);
            boolean own = node.name().equals(name);
            List<Link> way = ways.get(index);
            List<String> reasons =
                    new ArrayList<>(way.stream().map(Link::reason).distinct().toList());
            if (reasons.isEmpty()) {
                reasons.add(own ? "the name most documents use" : "names the office: " + name);
            }
            aliases.merge(
                    node.name(),
                    new Entity.Alias(node.name(), node.mentions(), String.join("; and so ", reasons), node.isPerson()),
                    EntityMaker::together);
            if (!own) {
                double score = way.stream().mapToDouble(Link::score).min().orElse(0.95);
                joined.putIfAbsent(node.name(), new Merge(id, name, node.name(), score, reasons));
            }
        }
        merges.addAll(joined.values());
        return sorted(aliases, name);
    }

    /** The entity's own name, then by how often they stand. */
    private static List<Entity.Alias> sorted(Map<String, Entity.Alias> aliases, String name) {
        List<Entity.Alias> sorted = new ArrayList<>(aliases.values());
        sorted.sort(Comparator.comparing((Entity.Alias alias) -> !alias.name().equals(name))
                .thenComparing(Comparator.comparingInt(Entity.Alias::mentions).reversed())
                .thenComparing(Entity.Alias::name));
        return sorted;
    }

    /** The name that most documents use; of equals the one in Latin letters, the most frequent, the fullest. */
    private static Comparator<NameNode> fitness(EntityKind kind) {
        Comparator<NameNode> known = Comparator.comparing(
                        (NameNode node) -> node.only().isPresent())
                .thenComparing(node -> node.form().script() != NameForm.Script.ALPHABET || !isLatin(node.name()));
        if (kind == EntityKind.PERSON) {
            known = known.thenComparing(node -> node.form().words().size() < 2);
        }
        return known.thenComparing(Comparator.comparingInt(
                                (NameNode node) -> node.documents().size())
                        .reversed())
                .thenComparing(Comparator.comparingInt(NameNode::mentions).reversed())
                .thenComparing(
                        Comparator.comparingInt((NameNode node) -> node.name().length())
                                .reversed())
                .thenComparing(NameNode::key);
    }

    private static boolean isLatin(String name) {
        return name.codePoints()
                .filter(Character::isLetter)
                .allMatch(code -> Character.UnicodeScript.of(code) == Character.UnicodeScript.LATIN);
    }

    private static EntityKind majority(List<NameNode> nodes) {
        Map<EntityKind, Integer> votes = new EnumMap<>(EntityKind.class);
        nodes.forEach(node -> node.kinds().forEach((kind, times) -> votes.merge(kind, times, Integer::sum)));
        EntityKind best = EntityKind.ORGANISATION;
        int most = 0;
        for (Map.Entry<EntityKind, Integer> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                most = vote.getValue();
                best = vote.getKey();
            }
        }
        return best;
    }

    /** Places by the gazetteer; a place it does not know is one by its name. */
    private void places(List<NameMention> names) {
        TreeMap<String, TreeMap<String, Integer>> byPlace = new TreeMap<>();
        Map<String, String> shown = new HashMap<>();
        for (NameMention mention : names) {
            if (mention.kind() == EntityKind.PLACE && !mention.name().isBlank()) {
                String written = mention.name().strip();
                Optional<Place> place = gazetteer.named(written).or(() -> gazetteer.demonym(written));
                String key = place.map(Place::id).orElse("name " + written);
                shown.put(key, place.map(Place::name).orElse(written));
                byPlace.computeIfAbsent(key, k -> new TreeMap<>()).merge(written, 1, Integer::sum);
            }
        }
        byPlace.forEach((key, written) -> {
            String name = shown.get(key);
            EntityId id = new EntityId(
                    ContentHash.of(EntityKind.PLACE.word(), name, key).id(EntityId.PREFIX));
            List<Entity.Alias> aliases = new ArrayList<>();
            written.forEach((alias, times) -> {
                String reason = "the gazetteer's name of " + key;
                aliases.add(new Entity.Alias(alias, times, reason, false));
                everywhere.putIfAbsent(alias, id);
                if (!alias.equals(name)) {
                    merges.add(new Merge(id, name, alias, 0.95, List.of(reason)));
                }
            });
            add(new Entity(id, EntityKind.PLACE, name, aliases, false));
        });
    }

    private static boolean isPublic(NameNode node) {
        return node.roles().values().stream().flatMap(Set::stream).anyMatch(EntityMaker::isPublicRole);
    }

    private static boolean isPublicRole(String role) {
        String plain = " " + role.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\-]+", " ") + " ";
        return PUBLIC_ROLES.stream().anyMatch(word -> plain.contains(word));
    }

    /** With spaces around words of scripts that have them, so that "mp" is not found in "company". */
    private static Set<String> publicRoles() {
        Set<String> roles = new TreeSet<>();
        for (String row : Tables.rows("public-roles.tsv")) {
            String[] columns = row.split("\t", -1);
            for (String word : columns[1].split("\\|", -1)) {
                roles.add(columns[0].equals("zh") ? word : " " + word + " ");
            }
        }
        return roles;
    }
}
