package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseVerification;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import picocli.CommandLine;

@CommandLine.Command(
        name = "verify",
        header = "Check every original, the custody log and every quote.",
        description =
                "Computes the hash of every original again, follows the chain of the custody log, checks the store and"
                        + " holds every statement's quote against its document. Ends with 5 if anything is wrong.",
        footer = {"  headwater verify my.case"})
final class VerifyCommand extends CaseCommand {
    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        Screen screen = session.screen();
        CaseVerification found;
        try (Interruption interruption = Interruption.listen();
                Progress progress = Progress.on(screen, session.clock())) {
            found = open.verify(new CaseProgress(progress, interruption));
        }
        if (isJson()) {
            ObjectNode page = Json.object()
                    .put("whole", found.isWhole())
                    .put("originals", found.originals())
                    .put("custodyEntries", found.entries())
                    .put("custodyHead", found.head())
                    .put("statements", found.statements());
            ArrayNode faults = page.putArray("faults");
            found.faults().forEach(faults::add);
            screen.print(Json.page(page));
        } else {
            found.faults().forEach(fault -> screen.print(screen.alert("wrong") + "  " + fault));
            screen.print(String.format(
                    Locale.ROOT,
                    "%s: %,d originals, %,d custody entries, %,d quotes checked.",
                    found.isWhole() ? "Whole" : found.faults().size() + " faults",
                    found.originals(),
                    found.entries(),
                    found.statements()));
            screen.print("Head of the custody log: " + found.head());
            screen.print(screen.faint("Keep it somewhere else: with it nobody can rewrite the log unnoticed."));
        }
        return found.isWhole() ? ExitCode.DONE : ExitCode.PROBLEMS;
    }
}
