package org.headwater.cli;

import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.ReadSummary;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import picocli.CommandLine;

@CommandLine.Command(
        name = "rebuild",
        header = "Make everything derived anew, from originals and decisions, with the same ids.",
        footer = {"  headwater rebuild my.case"})
final class RebuildCommand extends CaseCommand {
    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        Screen screen = session.screen();
        try (Interruption interruption = Interruption.listen()) {
            Progress progress = Progress.on(screen, session.clock());
            ReadSummary summary;
            try (progress) {
                summary = open.rebuild(new CaseProgress(progress, interruption));
            }
            if (isJson()) {
                screen.print(Json.page(Json.object()
                        .put("documents", summary.documents())
                        .put("statements", summary.statements())
                        .put("stopped", summary.stopped())));
            } else {
                screen.print(ReadCommand.inWords(summary) + " in " + Progress.inWords(progress.taken()));
                ReadCommand.reasons(summary.refused(), screen);
            }
            screen.flush();
            if (summary.stopped()) {
                screen.say("Stopped. Go on with: " + session.command() + " rebuild " + typed());
                return ExitCode.INTERRUPTED;
            }
            return ExitCode.DONE;
        }
    }
}
