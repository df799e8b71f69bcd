package org.headwater.cli.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.words.SlotText;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Slot;
import org.headwater.model.Polarity;
import org.headwater.model.Statement;
import org.headwater.model.Status;

/** Statements as a table: who says what, where, and how it stands. */
public final class StatementTable {
    private final CaseView view;
    private final Codebook codebook;
    private final Screen screen;
    private final SlotText slots;
    private final ShortIds ids;

    /** A table over the statements of a view. */
    public StatementTable(CaseView view, Codebook codebook, Screen screen) {
        this.view = view;
        this.codebook = codebook;
        this.screen = screen;
        this.slots = new SlotText(codebook);
        this.ids = ShortIds.among(
                view.statements().keySet().stream().map(Object::toString).toList());
    }

    /** Prints these statements in their order. */
    public void print(Collection<Statement> statements) {
        Table table = new Table();
        for (Statement statement : statements) {
            String where = view.document(statement.document())
                    .map(document -> Places.of(document, statement.span()))
                    .orElse(statement.file());
            String skimmed = statement.isSkimmed() ? " [skimmed]" : "";
            String status = statement.status() == Status.PROPOSED
                    ? ""
                    : " [" + statement.status().word() + "]";
            table.row(
                    screen.faint(ids.of(statement.id().value())),
                    where,
                    statement.attribution().speaker().name(),
                    (statement.polarity() == Polarity.DENIES ? "denies " : "") + words(statement) + skimmed + status);
        }
        table.printTo(screen);
    }

    /** The kind and what fills its slots, in the codebook's order. */
    private String words(Statement statement) {
        List<String> parts = new ArrayList<>();
        for (Slot slot : codebook.kind(statement.kind()).map(Kind::slots).orElse(List.of())) {
            statement
                    .slot(slot.name())
                    .ifPresent(value -> parts.add(slot.label() + " " + slots.of(statement.kind(), slot.name(), value)));
        }
        return screen.strong(slots.kind(statement.kind())) + (parts.isEmpty() ? "" : ": " + String.join(" · ", parts));
    }
}
