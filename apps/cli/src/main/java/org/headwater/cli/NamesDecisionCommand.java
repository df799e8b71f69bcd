package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.Decision;
import org.headwater.cli.screen.Json;
import picocli.CommandLine.Parameters;

/** A decision on two names. That no party goes by one of them is said: it may be mistyped, or its document still to come. */
abstract class NamesDecisionCommand extends DecisionCommand {
    @Parameters(index = "1", paramLabel = "NAME", description = "One name, or the id of the party.")
    private String one = "";

    @Parameters(index = "2", paramLabel = "OTHER", description = "The other name, or the id of its party.")
    private String other = "";

    /** Records what is decided on the two names. */
    final ExitCode decide(Session session, Case open, Decision.Action action) throws CaseException {
        CaseView view = open.view();
        String name = PartyNames.of(view, one);
        String second = PartyNames.of(view, other);
        List<String> absent = PartyNames.absent(view, name, second);
        Decision decision = open.decide(action, name, Map.of("other", second), why());
        if (isJson()) {
            ObjectNode page = json(decision);
            absent.forEach(page.putArray("noPartyNamed")::add);
            session.screen().print(Json.page(page));
        } else {
            say(session, decision);
            absent.forEach(
                    each -> session.screen()
                            .print(
                                    "No party of this case goes by “" + each
                                            + "” so far: the decision waits for a document that has the name. If it is mistyped, take it back."));
        }
        return ExitCode.DONE;
    }
}
