package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.cli.page.CaseJson;
import org.headwater.cli.page.ShortIds;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "derivations",
        header = "Write which document took which words of which.",
        description =
                "As a table, one line for each pair of documents; or as jsonl, one line for each passage, with offsets in"
                        + " the texts of both (for a plain text file these are offsets in the file).",
        footer = {"  headwater derivations my.case", "  headwater derivations my.case --format jsonl > passages.jsonl"})
final class DerivationsCommand extends CaseCommand {
    /** How derivations are written. */
    enum Form {
        TABLE,
        JSONL
    }

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table or jsonl (${DEFAULT-VALUE}).")
    private Form form;

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        CaseView view = open.view();
        CaseJson json = CaseJson.of(view, open.codebook());
        Screen screen = session.screen();
        if (isJson()) {
            ObjectNode page = Json.object();
            ArrayNode all = page.putArray("derivations");
            view.derivations().forEach(derivation -> all.add(json.derivation(derivation)));
            screen.print(Json.page(page));
        } else if (form == Form.JSONL) {
            view.derivations()
                    .forEach(derivation -> json.passages(derivation).forEach(line -> screen.print(Json.line(line))));
        } else if (view.derivations().isEmpty()) {
            screen.print("No document of the case took words of another.");
        } else {
            table(view).printTo(screen);
        }
        return ExitCode.DONE;
    }

    private static Table table(CaseView view) {
        ShortIds ids = ShortIds.among(view.derivations().stream()
                .map(derivation -> derivation.id().value())
                .toList());
        Table table = new Table();
        for (Derivation derivation : view.derivations()) {
            table.row(
                    ids.of(derivation.id().value()),
                    name(view, derivation.derived()),
                    derivation.kind().word().replace('-', ' ') + " of",
                    name(view, derivation.source()),
                    derivation.reason());
        }
        return table;
    }

    private static String name(CaseView view, DocumentId id) {
        return view.document(id).map(Document::file).orElse(id.value());
    }
}
