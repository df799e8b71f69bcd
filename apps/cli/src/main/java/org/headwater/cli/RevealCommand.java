package org.headwater.cli;

import java.util.Map;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "reveal",
        header = "Decide that a person acts in a public role and is named.",
        description = "A name that no party of the case goes by and no document has is refused.",
        footer = {"  headwater reveal my.case \"Wopke Hoekstra\" --why \"foreign minister\""})
final class RevealCommand extends DecisionCommand {
    @Parameters(index = "1", paramLabel = "PERSON", description = "The person's name as the documents write it.")
    private String person = "";

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        return decide(session, open, Decision.Action.NAME, PartyNames.asWritten(open.view(), person), Map.of());
    }
}
