package org.headwater.cli;

import java.util.Map;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.Decision;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "split",
        header = "Decide that two names are two parties.",
        footer = {"  headwater split my.case \"Home Office\" \"Home Affairs\" --why \"of two countries\""})
final class SplitCommand extends DecisionCommand {
    @Parameters(index = "1", paramLabel = "NAME", description = "One name, or the id of the party.")
    private String one = "";

    @Parameters(index = "2", paramLabel = "OTHER", description = "The other name, or the id of its party.")
    private String other = "";

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        CaseView view = open.view();
        return decide(
                session,
                open,
                Decision.Action.SPLIT,
                PartyNames.of(view, one),
                Map.of("other", PartyNames.of(view, other)));
    }
}
