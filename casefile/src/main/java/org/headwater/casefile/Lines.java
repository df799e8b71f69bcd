package org.headwater.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.headwater.casefile.schema.Tables;
import org.headwater.casefile.words.FindingWords;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Slot;
import org.headwater.model.Derivation;
import org.headwater.model.Entity;
import org.headwater.model.Finding;
import org.headwater.model.PartialDate;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.model.Status;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Table;

/** Writes what lists are filtered, sorted and counted by: a line for each statement, entity, derivation and finding. */
final class Lines {
    /** Raised whenever the same settlement may give other lines. */
    static final String VERSION = "lines@2";

    private static final int BATCH = 2_000;

    /** Every table that is written here. */
    static final List<Table<?>> TABLES = List.of(
            Tables.STATEMENT_LINE,
            Tables.ENTITY_LINE,
            Tables.ENTITY_ALIAS,
            Tables.DERIVATION_LINE,
            Tables.FINDING_LINE,
            Tables.FINDING_OUTLINE,
            Tables.FINDING_PLACE,
            Tables.FINDING_PARTY,
            Tables.FINDING_STATEMENT);

    private final DSLContext sql;
    private final Codebook codebook;
    private final FindingWords words;
    private final List<Query> waiting = new ArrayList<>();
    private final Set<StatementId> proposed = new HashSet<>();

    private Lines(DSLContext sql, Codebook codebook) {
        this.sql = sql;
        this.codebook = codebook;
        this.words = new FindingWords(codebook, free -> free);
    }

    static void drop(DSLContext sql) {
        TABLES.forEach(table -> sql.deleteFrom(table).execute());
    }

    /** Replaces all lines. Names of withheld persons are masked in them. */
    static void replace(DSLContext sql, Settlement settlement, Withholding withholding, Codebook codebook) {
        drop(sql);
        Lines lines = new Lines(sql, codebook);
        long place = 0;
        for (Statement statement : settlement.statements()) {
            lines.add(statement, place++);
        }
        for (Entity entity : settlement.entities()) {
            lines.add(withholding.mask(entity));
            lines.addAliases(entity);
        }
        settlement.derivations().forEach(lines::add);
        place = 0;
        for (Finding finding : settlement.findings()) {
            lines.add(withholding.mask(finding), place++);
        }
        lines.flush();
    }

    private void put(Query query) {
        waiting.add(query);
        if (waiting.size() >= BATCH) {
            flush();
        }
    }

    private void flush() {
        sql.batch(waiting).execute();
        waiting.clear();
    }

    private void add(Statement statement, long place) {
        if (statement.status() == Status.PROPOSED) {
            proposed.add(statement.id());
        }
        put(sql.insertInto(Tables.STATEMENT_LINE)
                .values(
                        statement.id().value(),
                        place,
                        statement.document().value(),
                        statement.kind(),
                        statement.status().word()));
    }

    private void add(Entity entity) {
        put(sql.insertInto(Tables.ENTITY_LINE)
                .values(
                        entity.id().value(),
                        entity.kind().word(),
                        entity.name(),
                        entity.aliases().stream()
                                .mapToLong(Entity.Alias::mentions)
                                .sum(),
                        (long) entity.aliases().size()));
    }

    /** By these, which leave the store for nobody, the names that stand in a text are led to their entities. */
    private void addAliases(Entity entity) {
        entity.aliases().stream()
                .map(Entity.Alias::name)
                .distinct()
                .forEach(name -> put(
                        sql.insertInto(Tables.ENTITY_ALIAS).values(entity.id().value(), name)));
    }

    private void add(Derivation derivation) {
        put(sql.insertInto(Tables.DERIVATION_LINE)
                .values(
                        derivation.id().value(),
                        derivation.derived().value(),
                        derivation.source().value()));
    }

    private void add(Finding finding, long place) {
        Finding.Value current = finding.current();
        Optional<SlotValue.Period> when = current.when();
        String from =
                when.flatMap(SlotValue.Period::from).map(PartialDate::toString).orElse("");
        String to =
                when.flatMap(SlotValue.Period::to).map(PartialDate::toString).orElse("");
        put(sql.insertInto(Tables.FINDING_LINE)
                .values(
                        finding.id().value(),
                        place,
                        finding.kind(),
                        words.subject(finding),
                        word(finding),
                        (long) current.supports().size(),
                        (long) current.documents(),
                        from,
                        to,
                        (long) finding.conflicts().size(),
                        (long) finding.denials().size(),
                        finding.values().stream()
                                .mapToLong(value -> value.circular().size())
                                .sum(),
                        Stream.concat(
                                        finding.values().stream().flatMap(value -> value.statements().stream()),
                                        finding.denials().stream())
                                .distinct()
                                .filter(proposed::contains)
                                .count()));
        put(sql.insertInto(Tables.FINDING_OUTLINE)
                .values(finding.id().value(), InternalJson.write(FindingOutline.of(finding))));
        places(finding);
        parties(finding);
        statements(finding);
    }

    /** The closed word that the finding is about, such as the action of a response; empty if it is about none. */
    private String word(Finding finding) {
        return codebook.kind(finding.kind()).map(Kind::slots).orElse(List.of()).stream()
                .filter(slot -> slot.words().isPresent())
                .map(Slot::name)
                .map(slot -> finding.about().get(slot))
                .filter(SlotValue.Word.class::isInstance)
                .map(value -> ((SlotValue.Word) value).name())
                .findFirst()
                .orElse("");
    }

    private void places(Finding finding) {
        Map<String, SlotValue.Place> about = placesIn(finding.about().values());
        Map<String, SlotValue.Place> all = new LinkedHashMap<>(about);
        finding.values().forEach(value -> placesIn(value.slots().values()).forEach(all::putIfAbsent));
        all.forEach((key, place) -> put(sql.insertInto(Tables.FINDING_PLACE)
                .values(finding.id().value(), key, place.name(), place.country().orElse(""), about.containsKey(key))));
    }

    private static Map<String, SlotValue.Place> placesIn(Collection<SlotValue> values) {
        Map<String, SlotValue.Place> places = new LinkedHashMap<>();
        single(values)
                .filter(SlotValue.Place.class::isInstance)
                .map(SlotValue.Place.class::cast)
                .forEach(place -> places.putIfAbsent(place.id().orElse(place.name()), place));
        return places;
    }

    private void parties(Finding finding) {
        Map<String, String> entities = new LinkedHashMap<>();
        partiesIn(finding.about(), entities);
        finding.values().forEach(value -> partiesIn(value.slots(), entities));
        entities.forEach((key, entity) -> {
            int cut = key.indexOf('\n');
            put(sql.insertInto(Tables.FINDING_PARTY)
                    .values(finding.id().value(), key.substring(cut + 1), entity, key.substring(0, cut)));
        });
    }

    private static void partiesIn(Map<String, SlotValue> slots, Map<String, String> entities) {
        slots.forEach((slot, value) -> single(List.of(value))
                .filter(SlotValue.Party.class::isInstance)
                .map(SlotValue.Party.class::cast)
                .forEach(party -> entities.putIfAbsent(
                        slot + "\n" + party.name(),
                        party.entity().map(Object::toString).orElse(""))));
    }

    private static Stream<SlotValue> single(Collection<SlotValue> values) {
        return values.stream()
                .flatMap(value ->
                        value instanceof SlotValue.Several several ? several.values().stream() : Stream.of(value));
    }

    private void statements(Finding finding) {
        Map<StatementId, Boolean> all = new LinkedHashMap<>();
        finding.values().forEach(value -> value.statements().forEach(id -> all.put(id, false)));
        finding.denials().forEach(id -> all.putIfAbsent(id, true));
        all.forEach((id, denies) ->
                put(sql.insertInto(Tables.FINDING_STATEMENT).values(finding.id().value(), id.value(), denies)));
    }
}
