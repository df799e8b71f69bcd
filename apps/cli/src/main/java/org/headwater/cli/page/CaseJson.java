package org.headwater.cli.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.SearchHit;
import org.headwater.casefile.WrittenForm;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Json;
import org.headwater.codebook.Codebook;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Entity;
import org.headwater.model.Finding;
import org.headwater.model.Known;
import org.headwater.model.Origin;
import org.headwater.model.OriginTrace;
import org.headwater.model.Passage;
import org.headwater.model.Span;
import org.headwater.model.Statement;

/** What a case holds, as JSON: the same content as on the screen, with whole ids. Not thread-safe. */
public final class CaseJson {
    private final CaseView view;
    private final FindingWords words;

    private CaseJson(CaseView view, Codebook codebook) {
        this.view = view;
        this.words = FindingLine.words(codebook);
    }

    /** JSON about what this view holds. */
    public static CaseJson of(CaseView view, Codebook codebook) {
        return new CaseJson(view, codebook);
    }

    /** A list of findings. */
    public ObjectNode findings(Collection<Finding> findings) {
        ObjectNode page = Json.object();
        ArrayNode all = page.putArray("findings");
        findings.forEach(finding -> all.add(finding(finding)));
        return page;
    }

    /** The thing that was found, under the name of its type. */
    public ObjectNode reference(CaseView.Reference reference) {
        ObjectNode page = Json.object();
        if (reference instanceof CaseView.Reference.ToFinding to) {
            page.set("finding", finding(to.finding()));
        } else if (reference instanceof CaseView.Reference.ToStatement to) {
            page.set("statement", statement(to.statement()));
        } else if (reference instanceof CaseView.Reference.ToDocument to) {
            view.document(to.document()).ifPresent(document -> page.set("document", document(document)));
        } else if (reference instanceof CaseView.Reference.ToEntity to) {
            page.set("entity", entity(to.entity()));
        } else if (reference instanceof CaseView.Reference.ToDerivation to) {
            page.set("derivation", derivation(to.derivation()));
        }
        return page;
    }

    /** A finding with its values, origins, carriers, conflicts and denials. */
    public ObjectNode finding(Finding finding) {
        ObjectNode node = Json.object()
                .put("id", finding.id().value())
                .put("kind", finding.kind())
                .put("subject", words.subject(finding))
                .put("says", words.value(finding, finding.current()))
                .put("origins", finding.origins());
        node.set("about", WrittenForm.slots(finding.about()));
        ArrayNode values = node.putArray("values");
        finding.values().forEach(value -> values.add(value(finding, value)));
        ArrayNode conflicts = node.putArray("conflicts");
        finding.conflicts()
                .forEach(conflict -> conflicts
                        .addObject()
                        .put("one", conflict.one())
                        .put("other", conflict.other())
                        .put("reason", conflict.reason()));
        ArrayNode denials = node.putArray("denials");
        finding.denials().forEach(id -> denials.add(id.value()));
        return node;
    }

    private ObjectNode value(Finding finding, Finding.Value value) {
        ObjectNode node = Json.object()
                .put("says", words.value(finding, value))
                .put("standing", value.standing().name().toLowerCase(java.util.Locale.ROOT))
                .put("reason", value.reason())
                .put("documents", value.documents());
        value.when().ifPresent(when -> {
            ObjectNode period = node.putObject("when");
            when.from().ifPresent(from -> period.put("from", from.toString()));
            when.to().ifPresent(to -> period.put("to", to.toString()));
        });
        node.set("slots", WrittenForm.slots(value.slots()));
        ArrayNode supports = node.putArray("supports");
        for (Finding.Support support : value.supports()) {
            ObjectNode each = supports.addObject();
            each.set("origin", origin(support.origin()));
            ArrayNode carriers = each.putArray("carriers");
            support.carriers().forEach(carrier -> carriers.add(carrier(carrier)));
        }
        ArrayNode circular = node.putArray("circular");
        value.circular().forEach(id -> circular.add(id.value()));
        return node;
    }

    private ObjectNode carrier(Finding.Carrier carrier) {
        ObjectNode node = Json.object().put("document", carrier.document().value());
        view.document(carrier.document()).ifPresent(document -> {
            node.put("file", document.file());
            put(node, "outlet", document.outlet().value());
            put(node, "published", document.published().value());
        });
        node.put("firstHand", carrier.firstHand());
        ArrayNode statements = node.putArray("statements");
        carrier.statements().forEach(id -> statements.add(id.value()));
        return node;
    }

    /** An origin. */
    public ObjectNode origin(Origin origin) {
        return Json.object()
                .put("id", origin.id().value())
                .put("party", origin.party())
                .put("kind", origin.kind().words())
                .put("reason", origin.reason());
    }

    /** A statement in its written form, with its way upstream. */
    public ObjectNode statement(Statement statement) {
        ObjectNode node = WrittenForm.node(statement);
        Optional.ofNullable(view.traces().get(statement.id())).ifPresent(trace -> node.set("upstream", trace(trace)));
        return node;
    }

    /** The way upstream. */
    public ObjectNode trace(OriginTrace trace) {
        ObjectNode node = Json.object().put("statement", trace.statement().value());
        trace.origin().ifPresent(origin -> node.set("origin", origin(origin)));
        node.put("ownReporting", trace.ownReporting());
        ArrayNode steps = node.putArray("steps");
        for (OriginTrace.Step step : trace.steps()) {
            ObjectNode each = steps.addObject().put("from", step.from()).put("to", step.to());
            put(each, "document", step.document());
            each.put("reason", step.reason());
        }
        return node;
    }

    private ObjectNode document(Document document) {
        ObjectNode node = Json.object()
                .put("id", document.id().value())
                .put("item", document.item().value())
                .put("file", document.file())
                .put("part", document.part())
                .put("reader", document.reader());
        known(node, "title", document.title());
        known(node, "outlet", document.outlet());
        known(node, "byline", document.byline());
        known(node, "published", document.published());
        known(node, "language", document.language());
        known(node, "address", document.address());
        node.put("text", document.text());
        ArrayNode statements = node.putArray("statements");
        view.statements().values().stream()
                .filter(statement -> statement.document().equals(document.id()))
                .forEach(statement -> statements.add(statement.id().value()));
        return node;
    }

    private static void known(ObjectNode node, String name, Known<?> fact) {
        ObjectNode known = node.putObject(name);
        put(known, "value", fact.value());
        known.put("how", fact.how());
    }

    private static ObjectNode entity(Entity entity) {
        ObjectNode node = Json.object()
                .put("id", entity.id().value())
                .put("kind", entity.kind().word())
                .put("name", entity.name())
                .put("withheld", entity.withheld());
        ArrayNode names = node.putArray("names");
        entity.aliases()
                .forEach(alias -> names.addObject()
                        .put("name", alias.name())
                        .put("mentions", alias.mentions())
                        .put("reason", alias.reason()));
        return node;
    }

    /** A derivation with its passages, by the names of both files. */
    public ObjectNode derivation(Derivation derivation) {
        ObjectNode node = Json.object()
                .put("id", derivation.id().value())
                .put("kind", derivation.kind().word())
                .put("derived", derivation.derived().value())
                .put("derivedFile", file(derivation.derived()))
                .put("source", derivation.source().value())
                .put("sourceFile", file(derivation.source()))
                .put("shareOfDerived", derivation.shareOfDerived())
                .put("shareOfSource", derivation.shareOfSource())
                .put("reason", derivation.reason());
        ArrayNode passages = node.putArray("passages");
        for (Passage passage : derivation.passages()) {
            ObjectNode each = passages.addObject();
            each.set("derived", span(passage.derived()));
            each.set("source", span(passage.source()));
        }
        return node;
    }

    /** One line for each passage, in the form that scorers of text reuse read. */
    public List<ObjectNode> passages(Derivation derivation) {
        String derived = file(derivation.derived());
        String source = file(derivation.source());
        return derivation.passages().stream()
                .map(passage -> Json.object()
                        .put("susp", derived)
                        .put("this_offset", passage.derived().begin())
                        .put("this_length", passage.derived().length())
                        .put("src", source)
                        .put("source_offset", passage.source().begin())
                        .put("source_length", passage.source().length())
                        .put("kind", derivation.kind().word())
                        .put("derivation", derivation.id().value()))
                .toList();
    }

    private String file(DocumentId id) {
        return view.file(id).orElse(id.value());
    }

    private static ObjectNode span(Span span) {
        return Json.object().put("begin", span.begin()).put("end", span.end());
    }

    /** A document that a search found, with the places that match. */
    public ObjectNode hit(SearchHit hit) {
        ObjectNode node = Json.object()
                .put("document", hit.document().id().value())
                .put("file", hit.document().file())
                .put("score", hit.score());
        ArrayNode matches = node.putArray("matches");
        hit.matches().forEach(match -> matches.add(span(match)));
        return node;
    }

    private static void put(ObjectNode node, String name, Optional<?> value) {
        value.ifPresent(present -> node.put(name, present.toString()));
    }
}
