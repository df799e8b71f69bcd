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
        description =
                "Takes a person's name, which is covered wherever a document has it. It is still found by a search. Addresses"
                        + " and numbers are masked where they are recognised, and refused here; redact covers any other"
                        + " words, and takes them out of the search index too.",
        footer = {"  headwater withhold my.case \"Ann Example\" --why \"no public role\""})
final class WithholdCommand extends DecisionCommand {
    @Parameters(index = "1", paramLabel = "PERSON", description = "The person's name as the documents write it.")
    private String person = "";

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        String name = PartyNames.asWritten(open.view(), person);
        ExitCode code = decide(session, open, Decision.Action.WITHHOLD, name, Map.of());
        if (!isJson() && !open.holdings().hasName(name)) {
            session.screen()
                    .print("No document of this case has the name “" + name
                            + "” so far: the decision waits for one that has. If it is mistyped, take it back.");
        }
        return code;
    }
}
