package org.headwater.cli.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.words.Dates;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.codebook.Codebook;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Entity;
import org.headwater.model.Finding;
import org.headwater.model.Known;
import org.headwater.model.Passage;
import org.headwater.model.Statement;

/** Prints one thing of a case on a page of its own. Not thread-safe. */
public final class Pages {
    private static final int PASSAGES_SHOWN = 5;
    private static final int STATEMENTS_SHOWN = 12;

    private final CaseView view;
    private final Codebook codebook;
    private final Screen screen;

    private Pages(CaseView view, Codebook codebook, Screen screen) {
        this.view = view;
        this.codebook = codebook;
        this.screen = screen;
    }

    /** Pages about what this view holds. */
    public static Pages of(CaseView view, Codebook codebook, Screen screen) {
        return new Pages(view, codebook, screen);
    }

    /** Prints the thing that was found. */
    public void print(CaseView.Reference reference) {
        if (reference instanceof CaseView.Reference.ToFinding to) {
            finding(to.finding());
        } else if (reference instanceof CaseView.Reference.ToStatement to) {
            new StatementPage(view, codebook, screen).print(to.statement());
        } else if (reference instanceof CaseView.Reference.ToDocument to) {
            view.document(to.document()).ifPresent(this::document);
        } else if (reference instanceof CaseView.Reference.ToEntity to) {
            entity(to.entity());
        } else if (reference instanceof CaseView.Reference.ToDerivation to) {
            derivation(to.derivation());
        }
    }

    /** Prints a finding as a tree. */
    public void finding(Finding finding) {
        new FindingPage(view, codebook, screen).print(finding);
    }

    /** Prints a finding on half a screen. */
    public void findingBriefly(Finding finding) {
        new FindingPage(view, codebook, screen).printBrief(finding);
    }

    private void document(Document document) {
        screen.print(screen.strong(document.label()) + "   "
                + screen.faint(document.id().value()));
        Table facts = new Table();
        known(facts, "title", document.title());
        known(facts, "outlet", document.outlet());
        known(facts, "byline", document.byline());
        known(facts, "published", document.published().map(Dates.ENGLISH::of));
        known(facts, "language", document.language());
        known(facts, "address", document.address());
        facts.row("  file", document.file() + (document.part().isEmpty() ? "" : " (" + document.part() + ")"), "");
        facts.row(
                "  text",
                String.format(Locale.ROOT, "%,d characters", document.text().length()),
                screen.faint("read by " + document.reader()));
        facts.printTo(screen);
        for (Derivation derivation : view.derivations()) {
            if (derivation.derived().equals(document.id())) {
                derived("  " + derivation.kind().word().replace('-', ' ') + " of ", derivation.source(), derivation);
            } else if (derivation.source().equals(document.id())) {
                derived(
                        "  source of the " + derivation.kind().word().replace('-', ' ') + " in ",
                        derivation.derived(),
                        derivation);
            }
        }
        statementsOf(document);
    }

    private static void known(Table facts, String name, Known<String> fact) {
        facts.row("  " + name, Cells.oneLine(fact.orElse("not known")), "(" + fact.how() + ")");
    }

    private void derived(String lead, DocumentId other, Derivation derivation) {
        screen.print(lead + label(other) + "   " + screen.faint(derivation.reason() + "   " + derivation.id()));
    }

    private void statementsOf(Document document) {
        List<Statement> here = view.statements().values().stream()
                .filter(statement -> statement.document().equals(document.id()))
                .toList();
        screen.gap();
        if (here.isEmpty()) {
            screen.print("No statements: nothing in it speaks of what the codebook asks for.");
            return;
        }
        screen.print(FindingWords.count(here.size(), "statement"));
        StatementTable table = new StatementTable(view, codebook, screen);
        table.print(here.subList(0, Math.min(STATEMENTS_SHOWN, here.size())));
        if (here.size() > STATEMENTS_SHOWN) {
            screen.print(
                    "  … and " + (here.size() - STATEMENTS_SHOWN) + " more: statements CASE --file " + document.file());
        }
    }

    private void entity(Entity entity) {
        screen.print(screen.strong(entity.name()) + "   "
                + screen.faint(entity.kind().word() + " · " + entity.id()));
        if (entity.withheld()) {
            screen.print(
                    "  withheld: a person is shown by initials until somebody decides that they act in a public role");
        }
        long said = view.statements().values().stream()
                .filter(statement -> statement
                        .attribution()
                        .speaker()
                        .entity()
                        .filter(entity.id()::equals)
                        .isPresent())
                .count();
        screen.print("  speaks in " + FindingWords.count(said, "statement"));
        screen.gap();
        screen.print("Names");
        Table names = new Table();
        entity.aliases().stream()
                .sorted(Comparator.comparing(Entity.Alias::mentions).reversed().thenComparing(Entity.Alias::name))
                .forEach(alias -> names.row("  " + alias.name(), alias.mentions() + "×", alias.reason()));
        names.printTo(screen);
    }

    private void derivation(Derivation derivation) {
        screen.print(
                screen.strong(label(derivation.derived())) + " took from " + screen.strong(label(derivation.source()))
                        + ": " + derivation.kind().word().replace('-', ' '));
        screen.print(screen.faint(derivation.id() + " · " + derivation.reason()));
        List<Passage> shown = derivation
                .passages()
                .subList(0, Math.min(PASSAGES_SHOWN, derivation.passages().size()));
        Map<Boolean, DocumentId> sides = Map.of(true, derivation.derived(), false, derivation.source());
        for (Passage passage : shown) {
            screen.gap();
            view.document(sides.get(true))
                    .ifPresent(document -> screen.print("  here   "
                            + Places.window(document.quote(passage.derived()), "", screen.width() - 40) + "   "
                            + screen.faint(Places.of(document, passage.derived()))));
            view.document(sides.get(false))
                    .ifPresent(document -> screen.print("  there  "
                            + Places.window(document.quote(passage.source()), "", screen.width() - 40) + "   "
                            + screen.faint(Places.of(document, passage.source()))));
        }
        if (derivation.passages().size() > shown.size()) {
            screen.gap();
            screen.print("  … and " + (derivation.passages().size() - shown.size()) + " more passages");
        }
    }

    private String label(DocumentId id) {
        return view.document(id)
                .map(document -> document.label() + " (" + document.file() + ")")
                .orElse(id.value());
    }
}
