package org.headwater.cli;

import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import picocli.CommandLine;

@CommandLine.Command(
        name = "merge",
        header = "Decide that two names are one party.",
        footer = {
            "  headwater merge my.case \"Safeguard Defenders\" \"Protective Guards\" --why \"one group, translated\""
        })
final class MergeCommand extends NamesDecisionCommand {
    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        return decide(session, open, Decision.Action.MERGE);
    }
}
