package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import org.headwater.exchange.bag.BagImport;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "import",
        header = "Merge a bundle of another case into this one.",
        description =
                "Checks the bag, takes in the originals that the case does not have, adds decisions with who took them and"
                        + " when, and keeps the bag's custody entries beside the case's own. Makes the case if there is"
                        + " none. The same bag twice changes nothing.",
        footer = {"  headwater import my.case bundle"})
final class ImportCommand extends Command {
    @Parameters(index = "0", paramLabel = "CASE", description = "The folder of the case; it is made if absent.")
    private String folder = "";

    @Parameters(index = "1", paramLabel = "BAG", description = "The folder of the bag.")
    private String bag = "";

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Override
    ExitCode run(Session session) throws IOException, CaseException {
        // First, so that no case is made for a bag that is refused.
        BagImport.Checked checked =
                BagImport.check(session.path(bag), session.clock().instant());
        try (Case open = Case.openOrCreate(session.path(folder), passphrase.settings(session));
                Interruption interruption = Interruption.listen()) {
            BagImport.Summary summary;
            try (Progress progress = Progress.on(session.screen(), session.clock())) {
                summary = BagImport.into(open).merge(checked, new CaseProgress(progress, interruption));
            }
            if (isJson()) {
                session.screen().print(Json.page(json(summary)));
            } else {
                say(summary, session);
            }
            session.screen().flush();
            if (summary.read().stopped()) {
                return ExitCode.INTERRUPTED;
            }
            return summary.absent() > 0 || !summary.read().refused().isEmpty() ? ExitCode.PROBLEMS : ExitCode.DONE;
        }
    }

    private static ObjectNode json(BagImport.Summary summary) {
        return Json.object()
                .put("bundle", summary.bundle())
                .put("documents", summary.read().documents())
                .put("statements", summary.read().statements())
                .put("known", summary.read().known())
                .put("refused", summary.read().refused().size())
                .put("absent", summary.absent())
                .put("decisions", summary.decisions())
                .put("decisionsKnown", summary.decisionsKnown())
                .put("custodyEntries", summary.custodyEntries())
                .put("stopped", summary.read().stopped());
    }

    private void say(BagImport.Summary summary, Session session) {
        Screen screen = session.screen();
        screen.print(ReadCommand.inWords(summary.read()));
        ReadCommand.reasons(summary.read().refused(), screen);
        screen.print(String.format(
                Locale.ROOT,
                "%s added, %,d known already; %s of the other case kept.",
                FindingWords.count(summary.decisions(), "decision"),
                summary.decisionsKnown(),
                FindingWords.count(summary.custodyEntries(), "custody entry", "custody entries")));
        if (summary.absent() > 0) {
            screen.print(FindingWords.count(summary.absent(), "original is", "originals are")
                    + " not in the bag and could not be taken in (export it with --with-originals).");
        }
        screen.print("Next: " + session.command() + " findings " + folder);
    }
}
