package org.headwater.cli;

import java.util.Map;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "accept",
        header = "Decide that a statement says what it was read as.",
        footer = {"  headwater accept my.case st-81b2 --why \"read in the original\""})
final class AcceptCommand extends DecisionCommand {
    @Parameters(index = "1", paramLabel = "STATEMENT", description = "The statement's id or its beginning.")
    private String statement = "";

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        return decide(session, open, Decision.Action.ACCEPT, statement(open.view(), statement), Map.of());
    }
}
