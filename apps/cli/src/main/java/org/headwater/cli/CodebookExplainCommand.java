package org.headwater.cli;

import org.headwater.casefile.CaseException;
import org.headwater.cli.page.CodebookSummary;
import org.headwater.cli.screen.Json;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Kind;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "explain",
        header = "Show a codebook so that it can be read: kinds, slots, terms, patterns, examples.",
        footer = {
            "  headwater codebook explain",
            "  headwater codebook explain detention-sites abuse",
            "  headwater codebook explain mine.yaml --json"
        })
final class CodebookExplainCommand extends Command {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME|FILE",
            defaultValue = "transnational-policing",
            description = "The codebook (${DEFAULT-VALUE}).")
    private String words = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "KIND", description = "One kind of statement, in full.")
    private String kind = "";

    @Override
    ExitCode run(Session session) throws CaseException {
        Codebook codebook = CodebookOption.named(session, words).codebook();
        if (!kind.isEmpty() && codebook.kind(kind).isEmpty()) {
            throw Refusal.of("Cannot explain '" + kind + "': the kinds of " + codebook.name() + " are "
                    + String.join(
                            ", ", codebook.kinds().stream().map(Kind::name).toList()));
        }
        CodebookSummary summary = new CodebookSummary(codebook, session.screen());
        if (isJson()) {
            session.screen()
                    .print(Json.page(
                            kind.isEmpty()
                                    ? summary.json()
                                    : summary.json(codebook.kind(kind).get())));
        } else if (kind.isEmpty()) {
            summary.print();
            session.screen().print("One kind in full: " + session.command() + " codebook explain " + words + " KIND");
        } else {
            summary.print(codebook.kind(kind).get());
        }
        return ExitCode.DONE;
    }
}
