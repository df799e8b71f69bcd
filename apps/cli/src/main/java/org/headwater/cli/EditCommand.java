package org.headwater.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "edit",
        header = "Decide that a statement has other values than those it was read with.",
        description =
                "Numbers are 54, 54.. (at least), ..54 or 50..60; dates 2022, 2022-09 or 2021-04..2022-07; several names"
                        + " have ; between them. speaker= changes who says it, polarity= is asserts or denies. It outlives a rebuild.",
        footer = {
            "  headwater edit my.case st-81b2 count=54.. countries=30",
            "  headwater edit my.case st-81b2 speaker=\"Safeguard Defenders\" --why \"the report, p. 4\""
        })
final class EditCommand extends DecisionCommand {
    @Parameters(index = "1", paramLabel = "STATEMENT", description = "The statement's id or its beginning.")
    private String statement = "";

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "SLOT=VALUE", description = "The new values.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        return decide(session, open, Decision.Action.EDIT, statement(open.view(), statement), changes);
    }
}
