package org.headwater.cli.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.codebook.Codebook;
import org.headwater.lineage.WithoutOrigin;
import org.headwater.model.CitedOrigin;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Finding;
import org.headwater.model.Origin;
import org.headwater.model.OriginTrace;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;

/** The origins of a case, of one document or of one finding, on the screen and as JSON. Not thread-safe. */
public final class OriginPages {
    private static final int QUOTE_CELLS = 100;
    private static final String INDENT = "      ";

    private final CaseView view;
    private final CaseJson json;
    private final FindingWords words;
    private final Screen screen;

    private OriginPages(CaseView view, Codebook codebook, Screen screen) {
        this.view = view;
        this.json = CaseJson.of(view, codebook);
        this.words = FindingLine.words(codebook);
        this.screen = screen;
    }

    /** Pages about what this view holds. */
    public static OriginPages of(CaseView view, Codebook codebook, Screen screen) {
        return new OriginPages(view, codebook, screen);
    }

    /** Every origin in the case that a document rests on. */
    public List<RestingOn> ofDocument(DocumentId id) {
        List<OriginTrace> traces = view.traces().values().stream()
                .filter(trace -> document(trace).filter(id::equals).isPresent())
                .toList();
        List<CitedOrigin> cited =
                view.cited().stream().filter(each -> each.document().equals(id)).toList();
        return RestingOn.of(traces, cited);
    }

    /** The origins that the statements of a finding rest on. */
    public List<RestingOn> ofFinding(Finding finding) {
        return RestingOn.of(traces(finding), List.of());
    }

    private Optional<DocumentId> document(OriginTrace trace) {
        return Optional.ofNullable(view.statements().get(trace.statement())).map(Statement::document);
    }

    private List<OriginTrace> traces(Finding finding) {
        return finding.values().stream()
                .flatMap(value -> value.statements().stream())
                .flatMap(id -> Optional.ofNullable(view.traces().get(id)).stream())
                .toList();
    }

    /** A document with what it rests on, each step included. */
    public ObjectNode json(Document document) {
        List<RestingOn> all = ofDocument(document.id());
        ObjectNode page = Json.object().put("document", document.id().value()).put("file", document.file());
        put(
                page.putArray("origins"),
                all.stream().filter(each -> each.origin().kind().isSource()).toList());
        put(
                page.putArray("acts"),
                all.stream()
                        .filter(each -> each.origin().kind() == Origin.Kind.OFFICIAL_ACT)
                        .toList());
        put(
                page.putArray("unsourced"),
                all.stream()
                        .filter(each -> each.origin().kind() == Origin.Kind.UNSOURCED)
                        .toList());
        ArrayNode circular = page.putArray("circular");
        view.traces().values().stream()
                .filter(trace -> trace.origin().isEmpty()
                        && document(trace).filter(document.id()::equals).isPresent())
                .forEach(trace -> circular.add(json.trace(trace)));
        return page;
    }

    /** A finding with what it rests on, each step included. */
    public ObjectNode json(Finding finding) {
        ObjectNode page = Json.object()
                .put("finding", finding.id().value())
                .put("subject", words.subject(finding))
                .put("says", words.value(finding, finding.current()))
                .put("rests", rests(finding.origins()));
        put(page.putArray("origins"), ofFinding(finding));
        ArrayNode circular = page.putArray("circular");
        traces(finding).stream()
                .filter(trace -> trace.origin().isEmpty())
                .forEach(trace -> circular.add(json.trace(trace)));
        return page;
    }

    /** These origins, each with every step that leads to it. */
    public void put(ArrayNode into, Collection<RestingOn> all) {
        for (RestingOn each : all) {
            ObjectNode node = json.origin(each.origin()).put("documents", each.documents(view));
            ArrayNode traces = node.putArray("traces");
            each.traces().forEach(trace -> traces.add(json.trace(trace)));
            ArrayNode cited = node.putArray("cited");
            each.cited().forEach(one -> cited.add(cited(one)));
            into.add(node);
        }
    }

    private ObjectNode cited(CitedOrigin cited) {
        ObjectNode node = Json.object()
                .put("document", cited.document().value())
                .put("begin", cited.span().begin())
                .put("end", cited.span().end());
        view.document(cited.document()).ifPresent(document -> node.put("quote", document.quote(cited.span())));
        ArrayNode steps = node.putArray("steps");
        cited.steps()
                .forEach(step -> steps.addObject()
                        .put("from", step.from())
                        .put("to", step.to())
                        .put("reason", step.reason()));
        return node;
    }

    /** What becomes of the findings if an origin falls. */
    public ObjectNode json(Origin origin, List<WithoutOrigin.Outcome> outcomes) {
        ObjectNode page = Json.object();
        page.set("without", json.origin(origin));
        ArrayNode all = page.putArray("findings");
        for (WithoutOrigin.Outcome outcome : outcomes) {
            ObjectNode each = all.addObject()
                    .put("finding", outcome.finding().id().value())
                    .put("subject", words.subject(outcome.finding()))
                    .put(
                            "says",
                            words.value(outcome.finding(), outcome.finding().current()))
                    .put("fate", outcome.fate().name().toLowerCase(Locale.ROOT))
                    .put("before", outcome.before())
                    .put("after", outcome.after());
            ArrayNode fallen = each.putArray("fallenValues");
            outcome.fallen()
                    .forEach(place -> fallen.add(words.value(
                            outcome.finding(), outcome.finding().values().get(place))));
        }
        return page.put("untouched", view.findings().size() - outcomes.size());
    }

    /** Prints what a document rests on. */
    public void print(Document document) {
        List<RestingOn> all = ofDocument(document.id());
        List<RestingOn> sources =
                all.stream().filter(each -> each.origin().kind().isSource()).toList();
        screen.print(screen.strong(document.label()) + "   " + screen.faint(document.file()));
        screen.print(
                sources.isEmpty()
                        ? "It names no source that Headwater can tell."
                        : "It rests on " + FindingWords.count(sources.size(), "origin") + ".");
        sources.forEach(this::print);
        section(
                "Acts that it reports without saying who says so:",
                all.stream()
                        .filter(each -> each.origin().kind() == Origin.Kind.OFFICIAL_ACT)
                        .toList());
        section(
                "Printed with no source named:",
                all.stream()
                        .filter(each -> each.origin().kind() == Origin.Kind.UNSOURCED)
                        .toList());
    }

    private void section(String title, List<RestingOn> all) {
        if (!all.isEmpty()) {
            screen.gap();
            screen.print(title);
            all.forEach(this::print);
        }
    }

    /** Prints what a finding rests on. */
    public void print(Finding finding) {
        screen.print(screen.strong(words.subject(finding) + ": " + words.value(finding, finding.current())));
        screen.print(rests(finding.origins()));
        ofFinding(finding).forEach(this::print);
        long circular = traces(finding).stream()
                .filter(trace -> trace.origin().isEmpty())
                .count();
        if (circular > 0) {
            screen.gap();
            screen.print(FindingWords.count(circular, "statement") + " lead back to themselves and rest on nothing.");
        }
    }

    private static String rests(int origins) {
        return origins == 0
                ? "It rests on no origin: every chain comes back to itself."
                : origins == 1
                        ? "It rests on one origin."
                        : "It rests on " + origins
                                + " origins that do not depend on each other, as far as their texts show.";
    }

    private void print(RestingOn each) {
        screen.gap();
        screen.print("  " + screen.strong(each.origin().party()) + "   ["
                + each.origin().kind().words() + "]");
        fold("    because ", each.origin().reason());
        each.traces().forEach(trace -> way(quote(trace.statement()), trace.steps()));
        each.cited().stream()
                .filter(one -> each.traces().stream().noneMatch(trace -> isAt(trace, one)))
                .forEach(one -> way(quote(one), one.steps()));
    }

    private boolean isAt(OriginTrace trace, CitedOrigin cited) {
        return Optional.ofNullable(view.statements().get(trace.statement()))
                .filter(statement -> statement.document().equals(cited.document())
                        && statement.span().overlaps(cited.span()))
                .isPresent();
    }

    private void way(String quote, List<OriginTrace.Step> steps) {
        fold("    · ", quote);
        String way = steps.stream()
                .map(step -> step.from().equals(step.to()) ? step.reason() : step.to() + " (" + step.reason() + ")")
                .collect(Collectors.joining(" → "));
        if (!way.isEmpty()) {
            fold(INDENT, way);
        }
    }

    private String quote(StatementId id) {
        Statement statement = view.statements().get(id);
        String place = view.document(statement.document())
                .map(document -> document.label() + ", " + Places.of(document, statement.span()))
                .orElse("");
        return Places.window(statement.quote(), "", QUOTE_CELLS) + "   " + place;
    }

    private String quote(CitedOrigin cited) {
        return view.document(cited.document())
                .map(document -> Places.window(document.quote(cited.span()), "", QUOTE_CELLS) + "   " + document.label()
                        + ", " + Places.of(document, cited.span()))
                .orElse("");
    }

    /** Prints what becomes of the findings if an origin falls. */
    public void print(Origin origin, List<WithoutOrigin.Outcome> outcomes) {
        screen.print("If " + screen.strong(origin.party()) + " falls away:");
        for (WithoutOrigin.Fate fate : WithoutOrigin.Fate.values()) {
            List<WithoutOrigin.Outcome> such =
                    outcomes.stream().filter(outcome -> outcome.fate() == fate).toList();
            if (!such.isEmpty()) {
                screen.gap();
                screen.print(title(fate, such.size()));
                such.forEach(this::print);
            }
        }
        screen.gap();
        screen.print(FindingWords.count(view.findings().size() - outcomes.size(), "finding") + " do not know it.");
    }

    private static String title(WithoutOrigin.Fate fate, int count) {
        String findings = FindingWords.count(count, "finding");
        return switch (fate) {
            case FALLS -> findings + " rest on nothing else:";
            case WEAKER -> findings + " rest on fewer origins:";
            case STANDS -> findings + " lose another value than the current one, or an origin of it:";
        };
    }

    private void print(WithoutOrigin.Outcome outcome) {
        String says = words.subject(outcome.finding()) + ": "
                + words.value(outcome.finding(), outcome.finding().current());
        fold("  ", says + "   " + outcome.before() + " → " + FindingWords.count(outcome.after(), "origin"));
    }

    private void fold(String lead, String text) {
        String margin = lead;
        for (String line : Cells.fold(text, screen.width() - INDENT.length())) {
            screen.print(margin + line);
            margin = INDENT;
        }
    }
}
