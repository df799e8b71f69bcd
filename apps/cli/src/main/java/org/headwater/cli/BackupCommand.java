package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseBackup;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "backup",
        header = "Write everything the case cannot make again to one file, while it is in use.",
        description =
                "The file has the case as it is at one moment, with its key, and digests of everything in it. Guard it as"
                        + " you guard the case. A file of that name is replaced once the new one is whole. Of a sealed case, originals"
                        + " go along sealed, their keys in a second file, FILE.keys, and texts stay behind, to be read again.",
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
            ObjectNode page = Json.object();
            summary.keys().ifPresent(keys -> page.put("keys", file + ".keys"));
            session.screen()
                    .print(Json.page(page.put("file", file)
                            .put("bytes", summary.bytes())
                            .put("originals", summary.originals())
                            .put("custodyEntries", summary.head().sequence())
                            .put("custodyHead", summary.head().digest().hex())));
        } else {
            session.screen()
                    .print(String.format(
                            Locale.ROOT,
                            "%s: %s and the custody log up to entry %,d, %,d bytes.",
                            file,
                            FindingWords.count(summary.originals(), "original"),
                            summary.head().sequence(),
                            summary.bytes()));
            summary.keys()
                    .ifPresent(keys -> session.screen()
                            .print("Keys of its originals: " + file
                                    + ".keys. Keep it elsewhere, and only the newest one: what"
                                    + " is erased opens with older ones."));
            session.screen().print("Make the case again with: " + session.command() + " restore " + file + " CASE");
        }
        return ExitCode.DONE;
    }
}
