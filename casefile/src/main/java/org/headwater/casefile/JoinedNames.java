package org.headwater.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.headwater.casefile.schema.Tables;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;

/**
 * The names of a case that were taken for one party's by the software, those of the most mentioned parties first. With names
 * of withheld persons in them: for the case itself only.
 */
final class JoinedNames {

    /**
     * A name beside the one that the party is shown by.
     *
     * @param entity the party
     * @param alias the name's place among the party's names
     * @param name the name
     * @param all every name of the party
     */
    record Joined(EntityId entity, int alias, String name, Set<String> all) {}

    private final List<Joined> all;

    private JoinedNames(List<Joined> all) {
        this.all = all;
    }

    static JoinedNames in(Store store) {
        var line = Tables.ENTITY_LINE;
        List<Joined> all = new ArrayList<>();
        store.query(sql -> sql.select(Tables.ENTITY.BODY)
                        .from(line)
                        .join(Tables.ENTITY)
                        .on(Tables.ENTITY.ID.eq(line.ENTITY))
                        .where(line.ALIASES.gt(1L))
                        .orderBy(line.MENTIONS.desc(), line.NAME.asc(), line.ENTITY.asc())
                        .fetch(Tables.ENTITY.BODY))
                .forEach(body -> add(InternalJson.read(body, Entity.class), all));
        return new JoinedNames(List.copyOf(all));
    }

    private static void add(Entity entity, List<Joined> all) {
        Set<String> names = entity.aliases().stream().map(Entity.Alias::name).collect(Collectors.toUnmodifiableSet());
        Set<String> seen = new HashSet<>(Set.of(entity.name()));
        for (int i = 0; i < entity.aliases().size(); i++) {
            String name = entity.aliases().get(i).name();
            if (seen.add(name)) {
                all.add(new Joined(entity.id(), i, name, names));
            }
        }
    }

    /** Those that no standing decision says to be, or not to be, another of the party's names. */
    List<Joined> undecided(List<Decision> decisions) {
        Set<Long> undone = Rulings.undone(decisions);
        Map<String, Set<String>> decided = new HashMap<>();
        decisions.stream()
                .filter(decision ->
                        decision.action() == Decision.Action.MERGE || decision.action() == Decision.Action.SPLIT)
                .filter(decision -> !undone.contains(decision.sequence()))
                .forEach(decision -> {
                    String other = decision.changes().getOrDefault(Rulings.OTHER, "");
                    decided.computeIfAbsent(decision.target(), key -> new HashSet<>())
                            .add(other);
                    decided.computeIfAbsent(other, key -> new HashSet<>()).add(decision.target());
                });
        return all.stream()
                .filter(joined ->
                        decided.getOrDefault(joined.name(), Set.of()).stream().noneMatch(joined.all()::contains))
                .toList();
    }
}
