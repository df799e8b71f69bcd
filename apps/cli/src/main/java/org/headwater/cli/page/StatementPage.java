package org.headwater.cli.page;

import java.util.Optional;
import java.util.stream.Collectors;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.words.Dates;
import org.headwater.casefile.words.SlotText;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.codebook.Codebook;
import org.headwater.model.Attribution;
import org.headwater.model.Document;
import org.headwater.model.OriginTrace;
import org.headwater.model.Span;
import org.headwater.model.Statement;

/** One statement in its sentence and neighbourhood, with who says it, what was read from which words, and where it leads. */
final class StatementPage {
    private static final int NEIGHBOURHOOD = 240;

    private final CaseView view;
    private final SlotText slots;
    private final Screen screen;

    StatementPage(CaseView view, Codebook codebook, Screen screen) {
        this.view = view;
        this.slots = new SlotText(codebook);
        this.screen = screen;
    }

    void print(Statement statement) {
        screen.print(screen.strong(slots.kind(statement.kind())) + ", "
                + statement.status().word() + "   "
                + screen.faint(statement.id().value()));
        Optional.ofNullable(view.unproposed().get(statement.id()))
                .ifPresent(reason -> screen.print("No longer proposed: " + reason + "."));
        view.document(statement.document()).ifPresent(document -> {
            screen.print(document.label() + ", "
                    + document.published().value().map(Dates.ENGLISH::of).orElse("undated") + ", "
                    + Places.of(document, statement.span()));
            screen.gap();
            neighbourhood(document, statement.span());
        });
        screen.gap();
        Table facts = new Table();
        facts.row("  who says it", chain(statement.attribution()), "");
        facts.row("  polarity", statement.polarity().word(), "");
        statement
                .slots()
                .forEach((name, value) -> facts.row(
                        "  " + slots.label(statement.kind(), name),
                        slots.of(statement.kind(), name, value),
                        value.text().isEmpty() ? "" : "from “" + Cells.oneLine(value.text()) + "”"));
        if (!statement.certainty().isEmpty()) {
            facts.row("  certainty", String.join(", ", statement.certainty()), "");
        }
        facts.row(
                "  read by",
                statement.by(),
                statement.isSkimmed() ? "its language is only skimmed: check it, or see “languages”" : "");
        facts.printTo(screen);
        upstream(statement);
    }

    private void neighbourhood(Document document, Span span) {
        String text = document.text();
        String before = tail(
                text.substring(Math.max(0, span.begin() - NEIGHBOURHOOD), span.begin()), span.begin() > NEIGHBOURHOOD);
        String after = head(
                text.substring(span.end(), Math.min(text.length(), span.end() + NEIGHBOURHOOD)),
                span.end() + NEIGHBOURHOOD < text.length());
        String page = before + (before.isEmpty() ? "" : " ") + "»" + Cells.oneLine(document.quote(span)) + "«"
                + (after.isEmpty() ? "" : " ") + after;
        boolean inside = false;
        for (String line : Cells.fold(page, screen.width() - 2)) {
            inside |= line.indexOf('»') >= 0;
            screen.print("  " + (inside ? screen.strong(line) : screen.faint(line)));
            inside &= line.indexOf('«') < 0;
        }
    }

    /** From the last whole word on. */
    private static String tail(String text, boolean isCut) {
        String line = Cells.oneLine(text);
        int space = line.indexOf(' ');
        return isCut && space >= 0 ? "…" + line.substring(space + 1) : line;
    }

    private static String head(String text, boolean isCut) {
        String line = Cells.oneLine(text);
        int space = line.lastIndexOf(' ');
        return isCut && space >= 0 ? line.substring(0, space) + "…" : line;
    }

    private static String chain(Attribution attribution) {
        return attribution.steps().stream()
                .map(step -> step.name()
                        + (step.text().isEmpty() || step.text().equals(step.name())
                                ? ""
                                : " (“" + Cells.oneLine(step.text()) + "”)"))
                .collect(Collectors.joining(" ← "));
    }

    private void upstream(Statement statement) {
        OriginTrace trace = view.traces().get(statement.id());
        screen.gap();
        if (trace == null) {
            screen.print("It was rejected and is left out of every finding.");
            return;
        }
        screen.print("Upstream");
        trace.steps()
                .forEach(step ->
                        screen.print("  " + step.from() + " ← " + step.to() + "   " + screen.faint(step.reason())));
        screen.print(trace.origin()
                .map(origin -> "  origin: " + screen.strong(origin.party()) + ", "
                        + origin.kind().words())
                .orElse("  no origin: the chain comes back to itself"));
    }
}
