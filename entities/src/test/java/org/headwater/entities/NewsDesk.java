package org.headwater.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headwater.model.Attribution;
import org.headwater.model.ContentHash;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.EntityKind;
import org.headwater.model.ItemId;
import org.headwater.model.Known;
import org.headwater.model.NameMention;
import org.headwater.model.Polarity;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.Status;

/** Builds the names and statements of small invented cases. */
final class NewsDesk {
    private final List<NameMention> names = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();

    static DocumentId document(String label) {
        return new DocumentId(ContentHash.of(label).id(DocumentId.PREFIX));
    }

    /** In this document this speaker says so many of this kind. */
    NewsDesk says(String label, String speaker, String kind, long count) {
        return says(label, speaker, "They", kind, count);
    }

    /** The same in these words for the speaker. */
    NewsDesk says(String label, String speaker, String words) {
        return says(label, speaker, words, "denial", 5);
    }

    private NewsDesk says(String label, String speaker, String words, String kind, long count) {
        DocumentId document = document(label);
        Map<String, SlotValue> slots = new TreeMap<>();
        slots.put("count", SlotValue.Count.exactly(count, Long.toString(count)));
        slots.put("scope", SlotValue.Place.world("worldwide"));
        slots.put("organisation", new SlotValue.Party(speaker, Optional.empty(), "they"));
        Span span = new Span(statements.size() * 10, statements.size() * 10 + 4);
        Attribution attribution = Attribution.outlet("Outlet " + label)
                .to(new Attribution.Step(speaker, Optional.empty(), words, Attribution.How.REPORT_VERB));
        statements.add(new Statement(
                Statement.idOf(document, kind, Polarity.ASSERTS, span, slots),
                document,
                label + ".txt",
                kind,
                Polarity.ASSERTS,
                span,
                "text",
                slots,
                attribution,
                List.of(),
                Status.PROPOSED,
                "test"));
        return this;
    }

    NewsDesk person(String label, String name, String role) {
        return mention(label, name, EntityKind.PERSON, role);
    }

    NewsDesk mention(String label, String name, EntityKind kind, String role) {
        int begin = names.size() * 20;
        names.add(new NameMention(document(label), new Span(begin, begin + name.length()), name, kind, role));
        return this;
    }

    List<NameMention> names() {
        return names;
    }

    List<Statement> statements() {
        return statements;
    }

    List<Document> documents() {
        return documents;
    }

    /** The document was published by this outlet. */
    NewsDesk publishedBy(String label, String outlet) {
        documents.add(new Document(
                document(label),
                new ItemId(ContentHash.of(label).id(ItemId.PREFIX)),
                label + ".txt",
                "",
                "text",
                Known.unknown(),
                Known.of(outlet, "first line"),
                Known.unknown(),
                Known.unknown(),
                Known.unknown(),
                Known.unknown(),
                "test"));
        return this;
    }

    Resolution resolve(EntityResolver resolver, NameRuling... rulings) {
        return resolver.resolve(names, statements, documents(), List.of(rulings));
    }
}
