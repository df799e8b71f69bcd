package org.headwater.cli;

import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import picocli.CommandLine;

@CommandLine.Command(
        name = "split",
        header = "Decide that two names are two parties.",
        footer = {"  headwater split my.case \"Home Office\" \"Home Affairs\" --why \"of two countries\""})
final class SplitCommand extends NamesDecisionCommand {
    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        return decide(session, open, Decision.Action.SPLIT);
    }
}
