package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.cli.page.AttributionLine;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.statements.attribution.AttributedProposition;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "attributions",
        header = "Write everything that somebody is said to have said, whatever the subject.",
        description =
                "Reads every sentence of every document, not only those the codebook asks for, which takes a while. As a"
                        + " table, or as jsonl, one attribution a line, with the places of speaker, cue and content in the"
                        + " document's text (for a plain text file these are offsets in the file, in UTF-16 units). What"
                        + " stands inside another's words has a depth above 0.",
        footer = {
            "  headwater attributions my.case --file article.txt",
            "  headwater attributions my.case --by \"Orchard Watch\"",
            "  headwater attributions my.case --format jsonl > who-says-what.jsonl"
        })
final class AttributionsCommand extends CaseCommand {
    /** How attributions are written. */
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

    @Option(names = "--file", paramLabel = "FILE", description = "Only what stands in the file of this name.")
    private Optional<String> file = Optional.empty();

    @Option(names = "--by", paramLabel = "NAME", description = "Only what a speaker whose name holds these words says.")
    private Optional<String> by = Optional.empty();

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        CaseView view = open.view();
        Screen screen = session.screen();
        List<DocumentId> documents = view.documents();
        Written written = new Written(screen, Json.object().putArray("attributions"), new Table());
        try (Progress progress = Progress.on(screen, session.clock())) {
            for (int i = 0; i < documents.size() && !(form == Form.JSONL && screen.isAbandoned()); i++) {
                Document document = view.document(documents.get(i)).orElseThrow();
                progress.show("reading who says what", i, documents.size(), document.file());
                if (file.map(document.file()::equals).orElse(true)) {
                    wanted(view, document).forEach(each -> write(new AttributionLine(document, each), written));
                }
            }
        }
        if (isJson()) {
            ObjectNode page = Json.object();
            page.set("attributions", written.page());
            screen.print(Json.page(page));
        } else if (form == Form.TABLE && written.table().isEmpty()) {
            screen.print(
                    documents.isEmpty()
                            ? "No documents yet. Next: " + session.command() + " read " + typed() + " FILES…"
                            : "Nobody is said to have said anything in these documents.");
        } else {
            written.table().printTo(screen);
        }
        return ExitCode.DONE;
    }

    /** Where attributions go: one at a time onto the screen, or gathered until all are there. */
    private record Written(Screen screen, ArrayNode page, Table table) {}

    private void write(AttributionLine line, Written written) {
        if (isJson()) {
            written.page().add(line.json());
        } else if (form == Form.JSONL) {
            written.screen().print(Json.line(line.json()));
        } else {
            line.addTo(written.table());
        }
    }

    private List<AttributedProposition> wanted(CaseView view, Document document) {
        return view.attributions(document.id()).stream()
                .filter(each -> by.map(words -> AttributionLine.isBy(each.source(), words))
                        .orElse(true))
                .toList();
    }
}
