package org.headwater.cli;

import java.util.Map;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "withhold",
        header = "Decide that a person is shown by initials only.",
        footer = {"  headwater withhold my.case \"Ann Example\" --why \"no public role\""})
final class WithholdCommand extends DecisionCommand {
    @Parameters(index = "1", paramLabel = "PERSON", description = "The person's name as the documents write it.")
    private String person = "";

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        return decide(session, open, Decision.Action.WITHHOLD, person, Map.of());
    }
}
