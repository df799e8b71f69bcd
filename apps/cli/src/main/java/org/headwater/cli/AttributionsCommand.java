package org.headwater.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.page.AttributionLine;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.JsonList;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "attributions",
        header = "Write everything that somebody is said to have said, whatever the subject.",
        description =
                "Reads every sentence of every document, not only those the codebook asks for, which takes a while; what a"
                        + " document says is printed as soon as it is read, and Ctrl-C stops after the document in hand. As a"
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
        Progressed done;
        try (Interruption interruption = Interruption.listen();
                Progress progress = Progress.on(screen, session.clock())) {
            Reading reading = new Reading(view, documents(view), progress, interruption);
            if (isJson()) {
                try (JsonList list = JsonList.on(screen, "attributions")) {
                    done = each(reading, screen, lines -> {
                        lines.forEach(line -> list.add(line.json()));
                        list.flush();
                    });
                }
            } else if (form == Form.JSONL) {
                done = each(reading, screen, lines -> lines.forEach(line -> screen.print(Json.line(line.json()))));
            } else {
                done = each(reading, screen, lines -> {
                    Table table = new Table();
                    lines.forEach(line -> line.addTo(table));
                    table.printTo(screen);
                });
            }
            progress.clear();
            if (interruption.isRequested()) {
                screen.say("Stopped after " + done.documents() + " of "
                        + FindingWords.count(reading.documents().size(), "document")
                        + ". What is printed is all that they say.");
                return ExitCode.INTERRUPTED;
            }
        }
        if (!isJson() && form == Form.TABLE && done.attributions() == 0) {
            screen.print(nothing(view, session));
        }
        return ExitCode.DONE;
    }

    /** What is to be read, and how the one at the keyboard is told and heard. */
    private record Reading(CaseView view, List<DocumentId> documents, Progress progress, Interruption interruption) {}

    /** How far it came. */
    private record Progressed(int documents, int attributions) {}

    /** Hands on what each document says as soon as it is read: a person sees the first while the last is waiting. */
    private Progressed each(Reading reading, Screen screen, Consumer<List<AttributionLine>> to) {
        List<DocumentId> documents = reading.documents();
        int attributions = 0;
        int done = 0;
        while (done < documents.size() && !reading.interruption().isRequested() && !screen.isAbandoned()) {
            Document document = reading.view().document(documents.get(done)).orElseThrow();
            reading.progress().show("reading who says what", done, documents.size(), document.file());
            List<AttributionLine> lines = wanted(reading.view(), document);
            if (!lines.isEmpty()) {
                reading.progress().clear();
                to.accept(lines);
                screen.flush();
            }
            attributions += lines.size();
            done++;
        }
        return new Progressed(done, attributions);
    }

    private List<DocumentId> documents(CaseView view) {
        return view.documents().stream()
                .filter(id -> file.map(
                                wanted -> view.file(id).filter(wanted::equals).isPresent())
                        .orElse(true))
                .toList();
    }

    private String nothing(CaseView view, Session session) {
        if (view.documents().isEmpty()) {
            return "No documents yet. Next: " + session.command() + " read " + typed() + " FILES…";
        }
        return documents(view).isEmpty()
                ? "No document of the case is from a file named " + file.orElse("") + "."
                : "Nobody is said to have said anything in these documents.";
    }

    private List<AttributionLine> wanted(CaseView view, Document document) {
        return view.attributions(document.id()).stream()
                .filter(each -> by.map(words -> AttributionLine.isBy(each.source(), words))
                        .orElse(true))
                .map(each -> new AttributionLine(document, each))
                .toList();
    }
}
