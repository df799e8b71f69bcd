package org.headwater.cli;

import java.util.Locale;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseBackup;
import org.headwater.casefile.CaseException;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "backup",
        header = "Write everything the case cannot make again to one file, while it is in use.",
        description =
                "The file has the case as it is at one moment, with its key, and digests of everything in it. Guard it as"
                        + " you guard the case. A file of that name is replaced once the new one is whole.",
        footer = {"  headwater backup my.case my-2026-11-27.backup"})
final class BackupCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
    private String file = "";

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        CaseBackup.Summary summary;
        try (Interruption interruption = Interruption.listen();
                Progress progress = Progress.on(session.screen(), session.clock())) {
            summary = open.backup(session.path(file), new CaseProgress(progress, interruption));
        }
        if (isJson()) {
            session.screen()
                    .print(Json.page(Json.object()
                            .put("file", file)
                            .put("bytes", summary.bytes())
                            .put("originals", summary.originals())
                            .put("custodyEntries", summary.head().sequence())
                            .put("custodyHead", summary.head().digest().hex())));
        } else {
            session.screen()
                    .print(String.format(
                            Locale.ROOT,
                            "%s: %,d originals and the custody log up to entry %,d, %,d bytes.",
                            file,
                            summary.originals(),
                            summary.head().sequence(),
                            summary.bytes()));
            session.screen().print("Make the case again with: " + session.command() + " restore " + file + " CASE");
        }
        return ExitCode.DONE;
    }
}
