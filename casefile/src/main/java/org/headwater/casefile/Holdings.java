package org.headwater.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.casefile.schema.Tables;
import org.headwater.model.Derivation;
import org.headwater.model.DerivationId;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.Finding;
import org.headwater.model.FindingId;
import org.headwater.model.Item;
import org.headwater.model.OriginTrace;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * What a case holds, a page at a time: nothing is loaded that a page does not show, so that a case of a hundred thousand
 * documents answers as fast as one of twenty. Names of withheld persons and personal details are masked. Safe for use by
 * several threads.
 */
public final class Holdings {
    private static final int IDS_AT_ONCE = 500;

    /**
     * A place in a text that names an entity.
     *
     * @param span where
     * @param entity which
     */
    public record Named(Span span, EntityId entity) {}

    private final Store store;
    private final Withholding withholding;

    private final Crossings crossings;

    Holdings(Store store, Withholding withholding, Crossings crossings) {
        this.store = store;
        this.withholding = withholding;
        this.crossings = crossings;
    }

    /** The text with what is withheld masked. */
    public String masked(String text) {
        return withholding.mask(text);
    }

    /** How much the case holds. */
    public CaseTally tally() {
        Tallies.Settled settled = crossings.settled();
        return store.query(sql -> Tallies.of(sql, settled));
    }

    /** Outlines of the findings that answer to the query, a page of them. */
    public Listed<FindingOutline> findings(FindingQuery query, long offset, int most) {
        Condition condition = FindingConditions.of(query);
        return store.query(sql -> {
            // Which they are comes first, so that nothing is sorted with what it shows.
            List<String> ids = sql.select(Tables.FINDING_LINE.FINDING)
                    .from(Tables.FINDING_LINE)
                    .where(condition)
                    .orderBy(order(query.order()))
                    .limit(most)
                    .offset(offset)
                    .fetch(Tables.FINDING_LINE.FINDING);
            Map<String, String> bodies = sql.select(Tables.FINDING_OUTLINE.FINDING, Tables.FINDING_OUTLINE.BODY)
                    .from(Tables.FINDING_OUTLINE)
                    .where(Tables.FINDING_OUTLINE.FINDING.in(ids))
                    .fetchMap(Tables.FINDING_OUTLINE.FINDING, Tables.FINDING_OUTLINE.BODY);
            long total = sql.selectCount()
                    .from(Tables.FINDING_LINE)
                    .where(condition)
                    .fetchOptional(0, Long.class)
                    .orElse(0L);
            // What is withheld is masked in lines already.
            return new Listed<>(
                    ids.stream()
                            .map(bodies::get)
                            .map(body -> InternalJson.read(body, FindingOutline.class))
                            .toList(),
                    total);
        });
    }

    private Finding finding(String body) {
        return withholding.mask(InternalJson.read(body, Finding.class));
    }

    private static List<SortField<?>> order(FindingQuery.Order order) {
        var line = Tables.FINDING_LINE;
        SortField<?> place = line.PLACE.asc();
        return switch (order) {
            case STRONGEST -> List.of(place);
            case WEAKEST -> List.of(line.ORIGINS.asc(), line.DOCUMENTS.desc(), place);
            case LATEST -> List.of(line.FROM_DATE.desc(), place);
            case EARLIEST -> List.of(line.FROM_DATE.asc(), place);
            case SUBJECT -> List.of(line.SUBJECT.asc(), place);
            case ORIGINS -> List.of(line.ORIGINS.desc(), place);
        };
    }

    /** A finding, if the case has it. */
    public Optional<Finding> finding(FindingId id) {
        return store.query(sql -> sql.select(Tables.FINDING.BODY)
                        .from(Tables.FINDING)
                        .where(Tables.FINDING.ID.eq(id.value()))
                        .fetchOptional(Tables.FINDING.BODY))
                .map(this::finding);
    }

    /** Findings by id, in the order given; those that the case does not have are left out. */
    public List<Finding> findings(Collection<FindingId> ids) {
        return bodies(Tables.FINDING.ID, Tables.FINDING.BODY, ids, FindingId::value).stream()
                .map(this::finding)
                .toList();
    }

    /** The findings that this statement belongs to. */
    public List<Finding> findingsOf(StatementId statement) {
        return store
                .query(sql -> sql.select(Tables.FINDING.BODY)
                        .from(Tables.FINDING_STATEMENT)
                        .join(Tables.FINDING)
                        .on(Tables.FINDING.ID.eq(Tables.FINDING_STATEMENT.FINDING))
                        .where(Tables.FINDING_STATEMENT.STATEMENT.eq(statement.value()))
                        .orderBy(Tables.FINDING.PLACE)
                        .fetch(Tables.FINDING.BODY))
                .stream()
                .map(this::finding)
                .toList();
    }

    /** Number of findings for each value of a column of the list, most first: kinds and countries to filter by. */
    public Map<String, Long> kinds() {
        return crossings.counted(Tables.FINDING_LINE.KIND, 100);
    }

    /** Countries that findings speak of by ISO 3166-1 alpha-2 code, with the number of findings, most first. */
    public Map<String, Long> countries() {
        return crossings.counted(Tables.FINDING_PLACE.COUNTRY, 300);
    }

    /** Parties that findings speak of, with the number of findings, most first. */
    public Map<String, Long> parties(int most) {
        return crossings.counted(Tables.FINDING_PARTY.PARTY, most);
    }

    /** Statements by id; those that the case does not have are left out. */
    public Map<StatementId, Statement> statements(Collection<StatementId> ids) {
        List<String> wanted = ids.stream().map(StatementId::value).distinct().toList();
        Map<StatementId, Statement> found = new HashMap<>();
        for (int i = 0; i < wanted.size(); i += IDS_AT_ONCE) {
            List<String> some = wanted.subList(i, Math.min(wanted.size(), i + IDS_AT_ONCE));
            statements(Tables.STATEMENT.ID.in(some)).forEach(each -> found.put(each.id(), each));
        }
        Map<StatementId, Statement> ordered = new LinkedHashMap<>();
        ids.stream().filter(found::containsKey).forEach(id -> ordered.put(id, found.get(id)));
        return ordered;
    }

    private List<Statement> statements(Condition which) {
        return store
                .query(sql -> sql.select(Tables.STATEMENT.BODY, Tables.STATEMENT_LINE.STATUS)
                        .from(Tables.STATEMENT)
                        .leftJoin(Tables.STATEMENT_LINE)
                        .on(Tables.STATEMENT_LINE.STATEMENT.eq(Tables.STATEMENT.ID))
                        .where(which)
                        .orderBy(Tables.STATEMENT.PLACE)
                        .fetch())
                .stream()
                .map(row -> withholding.mask(DecisionRows.statement(row.value1(), row.value2())))
                .toList();
    }

    /** A statement, if the case has it. */
    public Optional<Statement> statement(StatementId id) {
        return Optional.ofNullable(statements(List.of(id)).get(id));
    }

    /** The statements of a document, by place in its text; rejected ones are among them. */
    public List<Statement> statementsOf(DocumentId document) {
        return statements(Tables.STATEMENT.DOCUMENT.eq(document.value()));
    }

    /** Proposed statements in the order of documents, a page of them. */
    public Listed<StatementId> waiting(Optional<String> kind, Optional<FindingId> finding, long offset, int most) {
        var line = Tables.STATEMENT_LINE;
        Condition condition = line.STATUS
                .eq("proposed")
                .and(kind.map(line.KIND::eq).orElse(DSL.noCondition()))
                .and(finding.map(of -> line.STATEMENT.in(DSL.select(Tables.FINDING_STATEMENT.STATEMENT)
                                .from(Tables.FINDING_STATEMENT)
                                .where(Tables.FINDING_STATEMENT.FINDING.eq(of.value()))))
                        .orElse(DSL.noCondition()));
        return store.query(sql -> new Listed<>(
                sql.select(line.STATEMENT)
                        .from(line)
                        .where(condition)
                        .orderBy(line.PLACE)
                        .limit(most)
                        .offset(offset)
                        .fetch(row -> new StatementId(row.value1())),
                sql.selectCount()
                        .from(line)
                        .where(condition)
                        .fetchOptional(0, Long.class)
                        .orElse(0L)));
    }

    /** The way upstream of each of these statements that is not rejected. */
    public Map<StatementId, OriginTrace> traces(Collection<StatementId> ids) {
        return byId(
                bodies(Tables.TRACE.STATEMENT, Tables.TRACE.BODY, ids, StatementId::value),
                body -> withholding.mask(InternalJson.read(body, OriginTrace.class)),
                OriginTrace::statement);
    }

    /** Derivations with one of these documents at either end. */
    public List<Derivation> derivations(Collection<DocumentId> documents) {
        List<String> ids = documents.stream().map(DocumentId::value).distinct().toList();
        var line = Tables.DERIVATION_LINE;
        List<String> found = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += IDS_AT_ONCE) {
            List<String> some = ids.subList(i, Math.min(ids.size(), i + IDS_AT_ONCE));
            found.addAll(store.query(sql -> sql.select(line.DERIVATION)
                    .from(line)
                    .where(line.DERIVED.in(some).or(line.SOURCE.in(some)))
                    .orderBy(line.DERIVATION)
                    .fetch(line.DERIVATION)));
        }
        List<DerivationId> distinct =
                found.stream().distinct().map(DerivationId::new).toList();
        return bodies(Tables.DERIVATION.ID, Tables.DERIVATION.BODY, distinct, DerivationId::value).stream()
                .map(body -> InternalJson.read(body, Derivation.class))
                .toList();
    }

    /** A document with its text, if the case has it. */
    public Optional<Document> document(DocumentId id) {
        return DocumentRows.load(store, id).map(withholding::mask);
    }

    /**
     * A document as readers see it.
     *
     * @param document the document, withheld persons by initials and redacted words covered
     * @param isSealed whether words of it are redacted, so that its original is sealed
     */
    public record Shown(Document document, boolean isSealed) {}

    /** A document with whether its original is sealed, if the case has it. */
    public Optional<Shown> shown(DocumentId id) {
        return DocumentRows.load(store, id)
                .map(document -> new Shown(withholding.mask(document), withholding.isRedacted(document)));
    }

    /** Whether words of a document are redacted, so that its original is sealed. */
    public boolean isSealed(DocumentId id) {
        return DocumentRows.load(store, id).filter(withholding::isRedacted).isPresent();
    }

    /** Whether a party goes by this name or a document has it, in any case of letters. Reads every text if no party does. */
    public boolean hasName(String name) {
        var alias = Tables.ENTITY_ALIAS;
        if (store.query(sql -> sql.fetchExists(alias, alias.NAME.equalIgnoreCase(name)))) {
            return true;
        }
        Withholding alone = Withholding.of(WithheldWords.NONE.withNames(List.of(name)));
        return DocumentRows.ids(store).stream()
                .flatMap(id -> DocumentRows.load(store, id).stream())
                .anyMatch(document -> Stream.concat(
                                Stream.of(document.text()),
                                Stream.of(document.title(), document.byline()).flatMap(known -> known.value().stream()))
                        .anyMatch(alone::hasNames));
    }

    /** What stands above these documents; those that the case does not have are left out. */
    public Map<DocumentId, Heading> headings(Collection<DocumentId> ids) {
        Map<DocumentId, Heading> headings = new LinkedHashMap<>();
        DocumentRows.headings(
                        store, ids.stream().map(DocumentId::value).distinct().toList(), IDS_AT_ONCE)
                .forEach(heading -> headings.put(heading.document(), masked(heading)));
        return headings;
    }

    /** What stands above documents, by file, a page of them. */
    public Listed<Heading> headings(long offset, int most) {
        List<DocumentId> ids = store.query(sql -> sql.select(Tables.DOCUMENT.ID)
                .from(Tables.DOCUMENT)
                .orderBy(Tables.DOCUMENT.FILE, Tables.DOCUMENT.ID)
                .limit(most)
                .offset(offset)
                .fetch(row -> new DocumentId(row.value1())));
        Map<DocumentId, Heading> headings = headings(ids);
        long total = store.query(sql -> (long) sql.fetchCount(Tables.DOCUMENT));
        return new Listed<>(
                ids.stream().map(headings::get).filter(each -> each != null).toList(), total);
    }

    private Heading masked(Heading heading) {
        return new Heading(
                heading.document(),
                withholding.mask(heading.file()),
                heading.title().map(withholding::mask),
                heading.outlet().map(withholding::mask),
                heading.published(),
                heading.language());
    }

    /** Where a document names entities of the case, by place in its text. A name that several go by is left out. */
    public List<Named> namesIn(DocumentId document) {
        return DocumentRows.namesIn(store, document);
    }

    /** The item a document was read from. */
    public Optional<Item> itemOf(DocumentId document) {
        return IntakeRows.itemOf(store, document);
    }

    /** An entity, if the case has it; a withheld person by initials. */
    public Optional<Entity> entity(EntityId id) {
        return EntityRows.load(store, id).map(withholding::mask);
    }

    /** Where findings meet: countries and what is done there. */
    public List<Cell> responses(String kind) {
        return crossings.responses(kind);
    }

    /** How many findings speak of each month, by {@code YYYY-MM}, earliest first; of one kind, or of all if empty. */
    public Map<String, Long> months(Optional<String> kind) {
        return crossings.months(kind);
    }

    /**
     * The places that findings are about, those of most findings first.
     *
     * @param kind a kind of the codebook; empty for all
     * @param until latest month, {@code YYYY-MM}; empty for all
     */
    public List<Spot> places(Optional<String> kind, Optional<String> until) {
        return crossings.places(kind, until);
    }

    /** Which parties and places stand in one finding together, the closest first. */
    public List<Tie> ties(int most) {
        return crossings.ties(most);
    }

    /**
     * A finding where a country and a word of the codebook meet.
     *
     * @param country ISO 3166-1 alpha-2 code
     * @param word the word
     * @param finding the finding
     * @param from earliest date, ISO 8601; empty if unknown
     * @param origins number of origins
     * @param denials number of denials
     */
    public record Cell(String country, String word, FindingId finding, String from, long origins, long denials) {}

    /**
     * A place and the findings about it.
     *
     * @param id its id in the gazetteer, or its name
     * @param name its name
     * @param country ISO 3166-1 alpha-2 code; empty if it is no part of one
     * @param findings number of findings
     * @param origins most origins that one of them rests on
     * @param denied number of them that are denied
     * @param from earliest date of one of them; empty if unknown
     */
    public record Spot(String id, String name, String country, long findings, long origins, long denied, String from) {}

    /**
     * Two that stand in findings together.
     *
     * @param one a party
     * @param oneSlot the slot it fills
     * @param other a party or a place
     * @param otherSlot the slot it fills; {@code place} for a place
     * @param findings number of findings
     */
    public record Tie(String one, String oneSlot, String other, String otherSlot, long findings) {}

    /**
     * Parties, places, agencies, persons, operations and publications, those mentioned most first, a page of them.
     *
     * @param kind a kind of entity; empty for all
     * @param words letters that the name must have; empty for all
     */
    public Listed<Entity> entities(Optional<String> kind, Optional<String> words, long offset, int most) {
        var line = Tables.ENTITY_LINE;
        Condition condition = kind.map(line.KIND::eq)
                .orElse(DSL.noCondition())
                .and(words.map(line.NAME::containsIgnoreCase).orElse(DSL.noCondition()));
        return store.query(sql -> new Listed<>(
                sql
                        .select(Tables.ENTITY.BODY)
                        .from(line)
                        .join(Tables.ENTITY)
                        .on(Tables.ENTITY.ID.eq(line.ENTITY))
                        .where(condition)
                        .orderBy(line.MENTIONS.desc(), line.NAME.asc())
                        .limit(most)
                        .offset(offset)
                        .fetch(Tables.ENTITY.BODY)
                        .stream()
                        .map(body -> withholding.mask(InternalJson.read(body, Entity.class)))
                        .toList(),
                sql.selectCount()
                        .from(line)
                        .where(condition)
                        .fetchOptional(0, Long.class)
                        .orElse(0L)));
    }

    /** Names that were taken for one party's and wait for a decision, those of the most mentioned first, a page of them. */
    public Listed<ProposedMerge> mergesWaiting(long offset, int most) {
        List<JoinedNames.Joined> undecided = crossings.joinedNames().undecided(decisions());
        List<ProposedMerge> page = new ArrayList<>();
        undecided.stream()
                .skip(offset)
                .limit(most)
                .forEach(joined -> entity(joined.entity())
                        .ifPresent(entity -> page.add(new ProposedMerge(entity, joined.alias()))));
        return new Listed<>(page, undecided.size());
    }

    /** Number of entities of each kind. */
    public Map<String, Long> entityKinds() {
        return crossings.counted(Tables.ENTITY_LINE.KIND, 20);
    }

    /** Every decision in its order, undone ones too. */
    public List<Decision> decisions() {
        return DecisionRows.all(store);
    }

    /** The number of the last decision on this target, an undo of one included; 0 if nobody decided on it. */
    public long lastDecisionOn(String target) {
        return Decided.last(decisions(), target);
    }

    /** The number of the last decision on the name that an entity is shown by; 0 if nobody decided on it. */
    public long lastDecisionOn(EntityId entity) {
        return EntityRows.load(store, entity)
                .map(found -> Decided.last(decisions(), found.name()))
                .orElse(0L);
    }

    /** Numbers of the decisions that were taken back. */
    public Set<Long> undone() {
        return Rulings.undone(decisions());
    }

    /** What could not be read, with the reason of each, a page of it. */
    public Listed<IntakeOutcome> refusals(long offset, int most) {
        Listed<IntakeOutcome> page = IntakeRows.refusals(store, offset, most);
        return new Listed<>(page.rows().stream().map(withholding::mask).toList(), page.total());
    }

    private <I> List<String> bodies(
            TableField<?, String> id, Field<String> body, Collection<I> ids, Function<I, String> written) {
        List<String> wanted = ids.stream().map(written).distinct().toList();
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i += IDS_AT_ONCE) {
            List<String> some = wanted.subList(i, Math.min(wanted.size(), i + IDS_AT_ONCE));
            store.query(sql -> sql.select(id, body)
                            .from(id.getTable())
                            .where(id.in(some))
                            .fetch())
                    .forEach(row -> found.put(row.value1(), row.value2()));
        }
        return wanted.stream().map(found::get).filter(each -> each != null).toList();
    }

    private static <K, T> Map<K, T> byId(List<String> bodies, Function<String, T> read, Function<T, K> id) {
        return bodies.stream()
                .map(read)
                .collect(Collectors.toMap(id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
