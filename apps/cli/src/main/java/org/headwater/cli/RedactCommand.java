package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import org.headwater.casefile.Redacting;
import org.headwater.cli.screen.Json;
import org.headwater.model.DocumentId;
import org.headwater.model.Span;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "redact",
        header = "Decide that words of a document are shown to nobody.",
        description =
                "The words become blocks wherever they stand: in every document that has them, in sentences, findings,"
                        + " exports and bundles; no search finds them. Originals they stand in stay as they are, sealed: no bundle"
                        + " takes them along, and the browser shows them for a reason only, which is logged. Words of less than"
                        + " four letters, such as an age, are covered in this document alone. The decision holds the place and"
                        + " not the words. It outlives a rebuild, and undo takes it back.",
        footer = {
            "  headwater redact my.case doc-3fa1 --text \"the bakery in the next street\" --why \"shows where she lives\"",
            "  headwater redact my.case post.txt --passage 120-164 --why \"names a child\""
        })
final class RedactCommand extends DecisionCommand {
    @Parameters(index = "1", paramLabel = "DOCUMENT", description = "The document's id or its beginning, or its file.")
    private String document = "";

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /** Which words. */
    static final class What {
        @Option(names = "--text", paramLabel = "WORDS", description = "The words, as they stand in the document.")
        private Optional<String> text = Optional.empty();

        @Option(
                names = "--passage",
                paramLabel = "BEGIN-END",
                description =
                        "Their place in its text, in UTF-16 units, as --json gives it: so they need not be typed.")
        private Optional<String> passage = Optional.empty();
    }

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        DocumentId id = document(open.view(), document);
        Redacting redacting = open.redacting();
        Span span = what.text.isPresent() ? redacting.place(id, what.text.get()) : passage(what.passage.orElse(""));
        Decision decision = open.decide(Decision.Action.REDACT, id.value(), Redacting.changes(span), why());
        Redacting.Reach reach = redacting.reach(id);
        if (isJson()) {
            ObjectNode page = json(decision);
            page.put("everywhere", reach.everywhere()).put("documents", reach.documents());
            session.screen().print(Json.page(page));
        } else {
            say(session, decision);
            session.screen().print(inWords(reach));
        }
        return ExitCode.DONE;
    }

    private static String inWords(Redacting.Reach reach) {
        String covered = "What is redacted in this document is covered in " + reach.documents()
                + (reach.documents() == 1 ? " document" : " documents") + " of the case";
        return covered
                + (reach.everywhere()
                        ? ", and wherever else it is spoken of in these words."
                        : ". Words so short are covered nowhere else.");
    }

    private static Span passage(String typed) {
        if (!typed.matches("\\d{1,9}[-–]\\d{1,9}")) {
            throw Refusal.ofUsage("Cannot redact passage '" + typed + "': it must be two numbers, such as 120-164");
        }
        String[] ends = typed.split("[-–]", 2);
        int begin = Integer.parseInt(ends[0]);
        int end = Integer.parseInt(ends[1]);
        if (end <= begin) {
            throw Refusal.ofUsage("Cannot redact passage '" + typed + "': it ends before it begins");
        }
        return new Span(begin, end);
    }
}
