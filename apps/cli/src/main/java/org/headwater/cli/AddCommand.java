package org.headwater.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.headwater.casefile.Addition;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import org.headwater.model.DocumentId;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "add",
        header = "Decide that a document makes a statement that was not read out of it.",
        description =
                "Values are written as for edit: numbers 54, 54.. (at least), ..54 or 50..60; dates 2022, 2022-09 or"
                        + " 2021-04..2022-07; several names have ; between them. speaker= says who says it (the outlet if not"
                        + " given), polarity= is asserts or denies. It outlives a rebuild.",
        footer = {
            "  headwater add my.case doc-3fa1 --kind site-count --quote \"eleven of them are in Italy\" \\",
            "      count=11 scope=Italy speaker=\"Safeguard Defenders\" --why \"list in the annex\""
        })
final class AddCommand extends DecisionCommand {
    @Parameters(index = "1", paramLabel = "DOCUMENT", description = "The document's id or its beginning, or its file.")
    private String document = "";

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "A kind of the case's codebook.")
    private String kind = "";

    @Option(
            names = "--quote",
            required = true,
            paramLabel = "WORDS",
            description = "The words it is made in, as they stand in the document.")
    private String quote = "";

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "SLOT=VALUE", description = "What fills its slots.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        DocumentId id = document(open.view(), document);
        Decision decision = open.add(new Addition(id, kind, open.locate(id, quote), values), why());
        say(session, decision);
        return ExitCode.DONE;
    }
}
