package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.WrittenForm;
import org.headwater.casefile.words.Csv;
import org.headwater.cli.page.StatementTable;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.model.Attribution;
import org.headwater.model.Statement;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "statements",
        header = "Write every statement: who says what, in which sentence.",
        description =
                "The forms: table for reading, csv for spreadsheets, jsonl for programs (one object a line, version 1).",
        footer = {
            "  headwater statements my.case",
            "  headwater statements my.case --format csv > statements.csv",
            "  headwater statements my.case --format jsonl --kind response"
        })
final class StatementsCommand extends CaseCommand {
    /** How statements are written. */
    enum Form {
        TABLE,
        CSV,
        JSONL
    }

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table, csv or jsonl (${DEFAULT-VALUE}).")
    private Form form;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only statements of this kind of the codebook.")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--file", paramLabel = "FILE", description = "Only statements in the file of this name.")
    private Optional<String> file = Optional.empty();

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        CaseView view = open.view();
        List<Statement> statements = view.statements().values().stream()
                .filter(statement -> kind.map(statement.kind()::equals).orElse(true))
                .filter(statement -> file.map(statement.file()::equals).orElse(true))
                .toList();
        Screen screen = session.screen();
        if (isJson()) {
            ObjectNode page = Json.object();
            ArrayNode all = page.putArray("statements");
            statements.forEach(statement -> all.add(WrittenForm.node(statement)));
            screen.print(Json.page(page));
            return ExitCode.DONE;
        }
        switch (form) {
            case JSONL -> statements.forEach(statement -> screen.print(WrittenForm.write(statement)));
            case CSV -> csv(statements, screen);
            case TABLE -> {
                if (statements.isEmpty()) {
                    screen.print("No statements" + (view.statements().isEmpty() ? " yet." : " of this selection."));
                } else {
                    new StatementTable(view, open.codebook(), screen).print(statements);
                }
            }
        }
        return ExitCode.DONE;
    }

    private static void csv(List<Statement> statements, Screen screen) {
        screen.print(Csv.line(List.of(
                "id",
                "file",
                "kind",
                "polarity",
                "speaker",
                "attribution",
                "slots",
                "certainty",
                "status",
                "quote",
                "begin",
                "end",
                "document",
                "by")));
        for (Statement statement : statements) {
            screen.print(Csv.line(List.of(
                    statement.id().value(),
                    statement.file(),
                    statement.kind(),
                    statement.polarity().word(),
                    statement.attribution().speaker().name(),
                    statement.attribution().steps().stream()
                            .map(Attribution.Step::name)
                            .collect(Collectors.joining(" < ")),
                    Json.line(WrittenForm.slots(statement.slots())),
                    String.join("; ", statement.certainty()),
                    statement.status().word(),
                    statement.quote(),
                    Integer.toString(statement.span().begin()),
                    Integer.toString(statement.span().end()),
                    statement.document().value(),
                    statement.by())));
        }
    }
}
