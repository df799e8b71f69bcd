package org.headwater.casefile;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headwater.casefile.schema.Tables;
import org.headwater.casefile.schema.tables.records.DocumentRecord;
import org.headwater.model.Citation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.EntityId;
import org.headwater.model.ItemId;
import org.headwater.model.Known;
import org.headwater.model.NameMention;
import org.headwater.model.PartialDate;
import org.headwater.model.Statement;
import org.jooq.DSLContext;

/** Documents in the store, and what was read from each. */
final class DocumentRows {
    private DocumentRows() {}

    /** What is known of a document besides its text. */
    private record Facts(
            Known<String> title,
            Known<String> outlet,
            Known<String> byline,
            Known<PartialDate> published,
            Known<String> language,
            Known<String> address) {}

    /** The ids of all documents, by file and id. */
    static List<DocumentId> ids(Store store) {
        return store
                .query(sql -> sql.select(Tables.DOCUMENT.ID)
                        .from(Tables.DOCUMENT)
                        .orderBy(Tables.DOCUMENT.FILE, Tables.DOCUMENT.ID)
                        .fetch(Tables.DOCUMENT.ID))
                .stream()
                .map(DocumentId::new)
                .toList();
    }

    /** The ids of the documents that were read from these items, by file and id. */
    static List<DocumentId> ids(Store store, Set<ItemId> items) {
        return store
                .query(sql -> sql.select(Tables.DOCUMENT.ID, Tables.DOCUMENT.ITEM)
                        .from(Tables.DOCUMENT)
                        .orderBy(Tables.DOCUMENT.FILE, Tables.DOCUMENT.ID)
                        .fetch())
                .stream()
                .filter(row -> items.contains(new ItemId(row.value2())))
                .map(row -> new DocumentId(row.value1()))
                .toList();
    }

    static Optional<Document> load(Store store, DocumentId id) {
        return store.query(sql -> sql.selectFrom(Tables.DOCUMENT)
                .where(Tables.DOCUMENT.ID.eq(id.value()))
                .fetchOptional(DocumentRows::document));
    }

    /** What stands above these documents, this many looked up at once. */
    static List<Heading> headings(Store store, List<String> ids, int atOnce) {
        var document = Tables.DOCUMENT;
        List<Heading> headings = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += atOnce) {
            List<String> some = ids.subList(i, Math.min(ids.size(), i + atOnce));
            headings.addAll(store.query(sql -> sql.select(document.ID, document.FILE, document.FACTS)
                    .from(document)
                    .where(document.ID.in(some))
                    .fetch(row -> {
                        Facts facts = InternalJson.read(row.value3(), Facts.class);
                        return new Heading(
                                new DocumentId(row.value1()),
                                row.value2(),
                                facts.title().value(),
                                facts.outlet().value(),
                                facts.published().value(),
                                facts.language().value());
                    })));
        }
        return headings;
    }

    /** Where a document names entities, as far as a name leads to one only. */
    static List<Holdings.Named> namesIn(Store store, DocumentId document) {
        var alias = Tables.ENTITY_ALIAS;
        List<NameMention> mentions = store.query(sql -> sql.select(Tables.READING.NAMES)
                        .from(Tables.READING)
                        .where(Tables.READING.DOCUMENT.eq(document.value()))
                        .fetchOptional(Tables.READING.NAMES))
                .map(text -> InternalJson.read(text, new TypeReference<List<NameMention>>() {}))
                .orElse(List.of());
        Map<String, List<String>> entities = store.query(sql -> sql.select(alias.NAME, alias.ENTITY)
                .from(alias)
                .where(alias.NAME.in(
                        mentions.stream().map(NameMention::name).distinct().toList()))
                .fetchGroups(alias.NAME, alias.ENTITY));
        return mentions.stream()
                .filter(mention ->
                        entities.getOrDefault(mention.name(), List.of()).size() == 1)
                .map(mention -> new Holdings.Named(
                        mention.span(),
                        new EntityId(entities.get(mention.name()).get(0))))
                .sorted(Comparator.comparing(Holdings.Named::span))
                .toList();
    }

    private static Document document(DocumentRecord row) {
        Facts facts = InternalJson.read(row.getFacts(), Facts.class);
        return new Document(
                new DocumentId(row.getId()),
                new ItemId(row.getItem()),
                row.getFile(),
                row.getPart(),
                row.getText(),
                facts.title(),
                facts.outlet(),
                facts.byline(),
                facts.published(),
                facts.language(),
                facts.address(),
                row.getReader());
    }

    /** Every document with what was read from it, by file and id. */
    static List<Settlement.Reading> readings(Store store) {
        List<Settlement.Reading> readings = new ArrayList<>(store.query(sql -> sql.select(
                        Tables.DOCUMENT.asterisk(),
                        Tables.READING.STATEMENTS,
                        Tables.READING.NAMES,
                        Tables.READING.CITATIONS)
                .from(Tables.DOCUMENT)
                .join(Tables.READING)
                .on(Tables.READING.DOCUMENT.eq(Tables.DOCUMENT.ID))
                .fetch(row -> new Settlement.Reading(
                        document(row.into(Tables.DOCUMENT)),
                        InternalJson.read(row.get(Tables.READING.STATEMENTS), new TypeReference<List<Statement>>() {}),
                        InternalJson.read(row.get(Tables.READING.NAMES), new TypeReference<List<NameMention>>() {}),
                        citations(row.get(Tables.READING.CITATIONS))))));
        readings.sort(Comparator.comparing(
                        (Settlement.Reading reading) -> reading.document().file())
                .thenComparing(reading -> reading.document().id()));
        return readings;
    }

    /** Whom each document gives as its sources, by document. */
    static Map<DocumentId, List<Citation>> citations(Store store) {
        return store.query(sql -> sql.select(Tables.READING.DOCUMENT, Tables.READING.CITATIONS)
                .from(Tables.READING)
                .orderBy(Tables.READING.DOCUMENT)
                .fetchMap(row -> new DocumentId(row.value1()), row -> citations(row.value2())));
    }

    private static List<Citation> citations(String body) {
        return InternalJson.read(body, new TypeReference<List<Citation>>() {});
    }

    /** Puts a document with what was read from it; replaces an earlier reading of it. */
    static void put(DSLContext sql, Settlement.Reading reading, String codebook) {
        Document document = reading.document();
        String id = document.id().value();
        sql.deleteFrom(Tables.DOCUMENT).where(Tables.DOCUMENT.ID.eq(id)).execute();
        sql.deleteFrom(Tables.READING).where(Tables.READING.DOCUMENT.eq(id)).execute();
        sql.insertInto(Tables.DOCUMENT)
                .set(Tables.DOCUMENT.ID, id)
                .set(Tables.DOCUMENT.ITEM, document.item().value())
                .set(Tables.DOCUMENT.PART, document.part())
                .set(Tables.DOCUMENT.FILE, document.file())
                .set(Tables.DOCUMENT.READER, document.reader())
                .set(Tables.DOCUMENT.TEXT, document.text())
                .set(
                        Tables.DOCUMENT.FACTS,
                        InternalJson.write(new Facts(
                                document.title(),
                                document.outlet(),
                                document.byline(),
                                document.published(),
                                document.language(),
                                document.address())))
                .execute();
        sql.insertInto(Tables.READING)
                .set(Tables.READING.DOCUMENT, id)
                .set(Tables.READING.CODEBOOK, codebook)
                .set(Tables.READING.STATEMENTS, InternalJson.write(reading.statements()))
                .set(Tables.READING.NAMES, InternalJson.write(reading.names()))
                .set(Tables.READING.CITATIONS, InternalJson.write(reading.citations()))
                .execute();
    }
}
