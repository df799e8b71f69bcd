package org.headwater.cli;

import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CodebookSource;
import org.headwater.casefile.ReadSummary;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

@CommandLine.Command(
        name = "rebuild",
        header = "Make everything derived anew, from originals and decisions, with the same ids.",
        description =
                "Reads every original again and applies the decisions people took. With --codebook the case is read with"
                        + " another codebook, or with a changed one, from now on. A decision on a statement that is no longer"
                        + " proposed is kept and shown as such.",
        footer = {"  headwater rebuild my.case", "  headwater rebuild my.case --codebook mine.yaml"})
final class RebuildCommand extends CaseCommand {
    @Mixin
    private final CodebookOption codebook = new CodebookOption();

    @Override
    Case open(Session session) throws CaseException {
        Optional<CodebookSource> with = codebook.source(session);
        return with.isPresent()
                ? Case.openToRebuild(path(session), settings(session), with.get())
                : super.open(session);
    }

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        Screen screen = session.screen();
        try (Interruption interruption = Interruption.listen()) {
            Progress progress = Progress.on(screen, session.clock());
            ReadSummary summary;
            try (progress) {
                summary = open.rebuild(open.codebookSource(), new CaseProgress(progress, interruption));
            }
            if (isJson()) {
                screen.print(Json.page(Json.object()
                        .put("documents", summary.documents())
                        .put("statements", summary.statements())
                        .put("noLongerProposed", open.view().unproposed().size())
                        .put("stopped", summary.stopped())));
            } else {
                screen.print(ReadCommand.inWords(summary) + " in " + Progress.inWords(progress.taken()));
                ReadCommand.reasons(summary.refused(), screen);
                int gone = open.view().unproposed().size();
                if (gone > 0) {
                    screen.print(gone + (gone == 1 ? " decision is" : " decisions are")
                            + " about statements that are no longer proposed; they are kept (see: "
                            + session.command() + " decisions " + typed() + ")");
                }
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
