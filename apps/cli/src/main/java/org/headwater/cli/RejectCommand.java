package org.headwater.cli;

import java.util.Map;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "reject",
        header = "Decide that a statement was read wrongly; it is left out of every finding.",
        footer = {"  headwater reject my.case st-81b2 --why \"the caption is about another country\""})
final class RejectCommand extends DecisionCommand {
    @Parameters(index = "1", paramLabel = "STATEMENT", description = "The statement's id or its beginning.")
    private String statement = "";

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        return decide(session, open, Decision.Action.REJECT, statement(open.view(), statement), Map.of());
    }
}
