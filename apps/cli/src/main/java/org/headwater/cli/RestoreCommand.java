package org.headwater.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseRestore;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "restore",
        header = "Make a case again from a backup.",
        description =
                "Checks every byte of the backup before the case is there. A backup of an older version is brought up"
                        + " to date; one of a newer version is refused. What was erased after the backup was made is in it: with"
                        + " --erasures it is erased again before the case is there.",
        footer = {
            "  headwater restore my-2026-11-27.backup my.case",
            "  headwater restore my-2026-10-01.backup old.case --erasures my.case"
        })
final class RestoreCommand extends Command {
    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    private String file = "";

    @Parameters(index = "1", paramLabel = "CASE", description = "The folder to make; absent or empty.")
    private String folder = "";

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Of a sealed case: the newest keys that were written with a backup of it (FILE.keys).")
    private Optional<String> keys = Optional.empty();

    @Option(
            names = "--erasures",
            paramLabel = "CASE|FILE",
            description =
                    "What knows of erasures since: the folder of the case or of a copy of it, a newer backup, or a"
                            + " custody log.")
    private Optional<String> erasures = Optional.empty();

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Override
    ExitCode run(Session session) throws CaseException {
        Path target = session.path(folder);
        CaseSettings settings = passphrase.settings(session);
        int erased;
        try (Interruption interruption = Interruption.listen();
                Progress progress = Progress.on(session.screen(), session.clock())) {
            erased = CaseRestore.run(
                    new CaseRestore.Source(session.path(file), keys.map(session::path), erasures.map(session::path)),
                    target,
                    settings,
                    new CaseProgress(progress, interruption));
        }
        try (Case open = Case.open(target, settings)) {
            CaseView view = open.view();
            if (isJson()) {
                session.screen()
                        .print(Json.page(Json.object()
                                .put("case", folder)
                                .put("documents", view.documents().size())
                                .put("statements", view.statements().size())
                                .put("decisions", view.decisions().size())
                                .put("erasedAgain", erased)));
            } else {
                session.screen()
                        .print(folder + ": "
                                + FindingWords.count(view.documents().size(), "document") + ", "
                                + FindingWords.count(view.statements().size(), "statement") + ", "
                                + FindingWords.count(view.decisions().size(), "decision") + ".");
                session.screen()
                        .print(
                                erasures.isPresent() || open.sealing().isSealed()
                                        ? FindingWords.count(erased, "original that was", "originals that were")
                                                + " erased since the backup "
                                                + (erased == 1 ? "is" : "are") + " erased here too."
                                        : "What was erased since the backup is in it again (see --erasures).");
                session.screen().print("Check it with: " + session.command() + " verify " + folder);
            }
        }
        return ExitCode.DONE;
    }
}
