package org.headwater.casefile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.casefile.masking.NamedPersons;
import org.headwater.casefile.schema.Tables;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.lineage.OriginTracer;
import org.headwater.model.Citation;
import org.headwater.model.CitedOrigin;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.Finding;
import org.headwater.model.ItemId;
import org.headwater.model.OriginTrace;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.statements.attribution.AttributedProposition;
import org.headwater.statements.explanation.FoundExplanation;
import org.jooq.Field;
import org.jooq.Table;

/**
 * What a case holds at one moment, with the names of withheld persons and personal details masked. Parts are loaded when
 * first asked for and then kept. Not thread-safe.
 */
public final class CaseView {
    /** So many of several things that answer are named. */
    private static final int LISTED_MOST = 8;

    /** Fewer letters than this stand in any name. */
    private static final int PART_LEAST = 2;

    private final Store store;
    private final Withholding withholding;
    private final Map<DocumentId, Document> documents = new LinkedHashMap<>();
    private Optional<Map<StatementId, Statement>> statements = Optional.empty();
    private Optional<Map<StatementId, OriginTrace>> traces = Optional.empty();
    private Optional<List<Derivation>> derivations = Optional.empty();
    private Optional<List<Finding>> findings = Optional.empty();
    private Optional<List<CitedOrigin>> cited = Optional.empty();
    private final Map<EntityId, Entity> entities;
    private final SpokenIn spoken;
    private final List<Entity> unmasked;

    CaseView(Store store) {
        this(store, DecisionRows.all(store), UnaryOperator.identity());
    }

    private CaseView(Store store, List<Decision> decisions, UnaryOperator<WithheldWords> shown) {
        WithheldWords words = shown.apply(SettledRows.withheldWords(store, decisions));
        this.store = store;
        List<Entity> named = entities(store);
        this.unmasked = named;
        this.withholding = Withholding.of(words);
        this.spoken = new SpokenIn(named, Rulings.of(decisions).named(), words);
        this.entities = byId(named.stream().map(withholding::mask).toList(), Entity::id);
    }

    /** What is withheld in this store, as of its last settlement. */
    static Withholding withholding(Store store) {
        return Withholding.of(SettledRows.withheldWords(store));
    }

    /** What a case holds with the names of withheld persons; personal details stay masked. */
    static CaseView withNames(Store store) {
        return new CaseView(store, DecisionRows.all(store), WithheldWords::withoutNames);
    }

    private static List<Entity> entities(Store store) {
        return load(store, Tables.ENTITY, Tables.ENTITY.BODY, Tables.ENTITY.PLACE, Entity.class);
    }

    private <T> List<T> load(Table<?> table, Field<String> body, Field<Long> place, Class<T> type) {
        return load(store, table, body, place, type);
    }

    private static <T> List<T> load(Store store, Table<?> table, Field<String> body, Field<Long> place, Class<T> type) {
        return store.query(sql -> sql.select(body).from(table).orderBy(place).fetch(body)).stream()
                .map(text -> InternalJson.read(text, type))
                .toList();
    }

    private static <K, T> Map<K, T> byId(List<T> values, Function<T, K> id) {
        Map<K, T> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(id.apply(value), value));
        return Collections.unmodifiableMap(map);
    }

    /** Every finding, those printed by most documents first. */
    public List<Finding> findings() {
        if (findings.isEmpty()) {
            findings =
                    Optional.of(load(Tables.FINDING, Tables.FINDING.BODY, Tables.FINDING.PLACE, Finding.class).stream()
                            .map(withholding::mask)
                            .toList());
        }
        return findings.get();
    }

    /** Every statement by id, in the order of documents and of their text; rejected ones are among them. */
    public Map<StatementId, Statement> statements() {
        if (statements.isEmpty()) {
            List<Statement> all = store
                    .query(sql -> sql.select(Tables.STATEMENT.BODY, Tables.STATEMENT_LINE.STATUS)
                            .from(Tables.STATEMENT)
                            .leftJoin(Tables.STATEMENT_LINE)
                            .on(Tables.STATEMENT_LINE.STATEMENT.eq(Tables.STATEMENT.ID))
                            .orderBy(Tables.STATEMENT.PLACE)
                            .fetch())
                    .stream()
                    .map(row -> DecisionRows.statement(row.value1(), row.value2()))
                    .toList();
            statements = Optional.of(byId(all.stream().map(withholding::mask).toList(), Statement::id));
        }
        return statements.get();
    }

    FoundExplanation masked(FoundExplanation explanation) {
        return explanation.masked(withholding.masking(explanation.statement()), withholding::mask);
    }

    /** Why no pattern proposes a statement that somebody decided on any more, by statement; empty while patterns do. */
    public Map<StatementId, String> unproposed() {
        return DecidedRows.unproposed(store);
    }

    /** The way upstream of each statement that is not rejected. */
    public Map<StatementId, OriginTrace> traces() {
        if (traces.isEmpty()) {
            List<OriginTrace> all = load(Tables.TRACE, Tables.TRACE.BODY, Tables.TRACE.PLACE, OriginTrace.class);
            traces = Optional.of(byId(all.stream().map(withholding::mask).toList(), OriginTrace::statement));
        }
        return traces.get();
    }

    /** The parties that documents give as sources, whether or not the codebook asks for what they say. */
    public List<CitedOrigin> cited() {
        if (cited.isEmpty()) {
            List<Document> all = documents().stream()
                    .flatMap(id -> DocumentRows.load(store, id).stream())
                    .toList();
            List<Citation> citations = DocumentRows.citations(store).values().stream()
                    .flatMap(List::stream)
                    .toList();
            Withholding wider = spoken.withholdingOf(citations.stream()
                    .flatMap(citation -> citation.persons().stream())
                    .toList());
            cited = Optional.of(OriginTracer.of(byId(unmasked, Entity::id), CaseStates.of(Gazetteer.shipped()))
                    .cited(all, citations, tracesByDocument())
                    .stream()
                    .map(wider::mask)
                    .map(withholding::mask)
                    .toList());
        }
        return cited.get();
    }

    private Map<DocumentId, List<OriginTrace>> tracesByDocument() {
        return load(Tables.TRACE, Tables.TRACE.BODY, Tables.TRACE.PLACE, OriginTrace.class).stream()
                .filter(trace -> statements().containsKey(trace.statement()))
                .collect(Collectors.groupingBy(
                        trace -> statements().get(trace.statement()).document()));
    }

    /** Which document took words of which. */
    public List<Derivation> derivations() {
        if (derivations.isEmpty()) {
            derivations = Optional.of(
                    load(Tables.DERIVATION, Tables.DERIVATION.BODY, Tables.DERIVATION.PLACE, Derivation.class).stream()
                            .map(withholding::mask)
                            .toList());
        }
        return derivations.get();
    }

    /** Every party, place, agency, operation and publication, withheld persons by their initials. */
    public Map<EntityId, Entity> entities() {
        return entities;
    }

    /** The ids of all documents, by file and id. */
    public List<DocumentId> documents() {
        return DocumentRows.ids(store);
    }

    /** The ids of the documents that were read from these items, by file and id. */
    public List<DocumentId> documentsOf(Set<ItemId> items) {
        return DocumentRows.ids(store, items);
    }

    /** The name of a document's file, if the case has it: far quicker than the whole document, whose text is masked. */
    public Optional<String> file(DocumentId id) {
        return store.query(sql -> sql.select(Tables.DOCUMENT.FILE)
                        .from(Tables.DOCUMENT)
                        .where(Tables.DOCUMENT.ID.eq(id.value()))
                        .fetchOptional(Tables.DOCUMENT.FILE))
                .map(withholding::mask);
    }

    /** A document with its text, if the case has it. */
    public Optional<Document> document(DocumentId id) {
        if (!documents.containsKey(id)) {
            DocumentRows.load(store, id).map(withholding::mask).ifPresent(document -> documents.put(id, document));
        }
        return Optional.ofNullable(documents.get(id));
    }

    /**
     * Every attributed proposition of a document, whatever its subject: who says what, by which words. Read from the text
     * when asked for, and not kept. Empty for a language without rules, and for a document the case does not have.
     */
    public List<AttributedProposition> attributions(DocumentId id) {
        return DocumentRows.load(store, id).map(spoken::of).orElse(List.of());
    }

    /**
     * What the words of a person mean: a whole id or the beginning of one of a finding, statement, document, entity or
     * derivation, with {@code -} allowed for {@code _}; or the name of an entity; or else that of a document's file.
     *
     * @throws CaseException if nothing or more than one thing answers to it
     */
    public Reference find(String words) throws CaseException {
        List<Reference> found = answering(words);
        return found.isEmpty() ? onlyOne(words, List.of(), partly(words)) : onlyOne(words, found, List.of());
    }

    /**
     * What the words of a person mean who only wants to look: as {@link #find}, or a document by a part of its file's name.
     *
     * @throws CaseException if nothing or more than one thing answers to it
     */
    public Reference look(String words) throws CaseException {
        List<Reference> found = answering(words);
        List<Reference> partly = found.isEmpty() ? partly(words) : List.of();
        return partly.size() == 1 ? partly.get(0) : onlyOne(words, found, partly);
    }

    private Reference onlyOne(String words, List<Reference> found, List<Reference> partly) throws CaseException {
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw CaseException.refused("Cannot find '" + words
                    + "': no finding, statement, document, file or name of this case answers to it"
                    + (partly.isEmpty() ? "" : "; files whose names have it: " + listed(partly)));
        }
        throw CaseException.refused(
                "Cannot tell which is meant by '" + words + "': " + listed(found) + " (give more letters)");
    }

    private String listed(List<Reference> references) {
        return references.stream()
                        .limit(LISTED_MOST)
                        .map(reference -> reference instanceof Reference.ToDocument to
                                ? reference.id()
                                        + file(to.document()).map(" "::concat).orElse("")
                                : reference.id())
                        .collect(Collectors.joining(", "))
                + (references.size() > LISTED_MOST ? " and " + (references.size() - LISTED_MOST) + " more" : "");
    }

    /** The documents whose file's name has these letters, whatever their case. */
    private List<Reference> partly(String words) {
        String part = words.strip().toLowerCase(Locale.ROOT);
        return part.length() < PART_LEAST
                ? List.of()
                : documents().stream()
                        .filter(id -> file(id).filter(
                                        name -> name.toLowerCase(Locale.ROOT).contains(part))
                                .isPresent())
                        .map(id -> (Reference) new Reference.ToDocument(id))
                        .toList();
    }

    private List<Reference> answering(String words) {
        String prefix = words.strip().replace('-', '_');
        List<Reference> found = Stream.of(
                        findings().stream().map(finding -> new Reference.ToFinding(finding)),
                        statements().values().stream().map(statement -> new Reference.ToStatement(statement)),
                        documents().stream().map(id -> new Reference.ToDocument(id)),
                        entities().values().stream().map(entity -> new Reference.ToEntity(entity)),
                        derivations().stream().map(derivation -> new Reference.ToDerivation(derivation)))
                .flatMap(Function.identity())
                .map(Reference.class::cast)
                .filter(reference -> reference.id().startsWith(prefix)
                        || (reference instanceof Reference.ToEntity entity && entity.goesBy(words.strip())))
                .toList();
        if (found.isEmpty()) {
            found = documents().stream()
                    .filter(id -> file(id).filter(words.strip()::equals).isPresent())
                    .map(id -> (Reference) new Reference.ToDocument(id))
                    .toList();
        }
        return found;
    }

    /**
     * How documents write the name that a person typed, in any case of its letters: a decision on names holds for names as
     * they are written. Empty if no party of the case goes by it.
     */
    public Optional<String> spelling(String typed) {
        List<String> spellings = unmasked.stream()
                .flatMap(entity -> entity.aliases().stream())
                .map(Entity.Alias::name)
                .filter(typed::equalsIgnoreCase)
                .distinct()
                .sorted()
                .toList();
        return spellings.contains(typed)
                ? Optional.of(typed)
                : spellings.stream().findFirst();
    }

    /** What came of every source that was looked at, by path. */
    public List<IntakeOutcome> intakes() {
        return IntakeRows.all(store).stream().map(withholding::mask).toList();
    }

    /** Words of the case that no other method masks, such as those of a custody entry, with what is withheld masked. */
    public String masked(String words) {
        return withholding.mask(words);
    }

    /** Whether a document may be given out as it is; of one that the case does not have nothing may. */
    public Disclosure disclosure(DocumentId id) {
        return DocumentRows.load(store, id).map(this::disclosure).orElse(Disclosure.UNSEARCHED);
    }

    private Disclosure disclosure(Document read) {
        if (read.primaryLanguage().filter(NamedPersons.LANGUAGES::contains).isEmpty()) {
            return Disclosure.UNSEARCHED;
        }
        return document(read.id()).filter(read::equals).isPresent() ? Disclosure.OPEN : Disclosure.MASKED;
    }

    /** Every decision in its order, undone ones too. */
    public List<Decision> decisions() {
        return DecisionRows.all(store).stream().map(withholding::mask).toList();
    }

    /** The thing that a person's words name. */
    public sealed interface Reference {
        /** Its id. */
        String id();

        /** A finding. */
        record ToFinding(Finding finding) implements Reference {
            @Override
            public String id() {
                return finding.id().value();
            }
        }

        /** A statement. */
        record ToStatement(Statement statement) implements Reference {
            @Override
            public String id() {
                return statement.id().value();
            }
        }

        /** A document. */
        record ToDocument(DocumentId document) implements Reference {
            @Override
            public String id() {
                return document.value();
            }
        }

        /** An entity. */
        record ToEntity(Entity entity) implements Reference {
            @Override
            public String id() {
                return entity.id().value();
            }

            boolean goesBy(String name) {
                return entity.name().equalsIgnoreCase(name)
                        || entity.aliases().stream()
                                .anyMatch(alias -> alias.name().equalsIgnoreCase(name));
            }
        }

        /** A derivation. */
        record ToDerivation(Derivation derivation) implements Reference {
            @Override
            public String id() {
                return derivation.id().value();
            }
        }
    }
}
