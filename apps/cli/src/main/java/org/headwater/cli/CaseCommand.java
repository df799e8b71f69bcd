package org.headwater.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command on a case that is there. */
abstract class CaseCommand extends Command {
    @Parameters(index = "0", paramLabel = "CASE", description = "The folder of the case.")
    private String folder = "";

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Override
    final ExitCode run(Session session) throws IOException, CaseException {
        try (Case open = open(session)) {
            return run(session, open);
        }
    }

    /** Opens the case; a command that needs it opened otherwise says how. */
    Case open(Session session) throws CaseException {
        return Case.open(path(session), settings(session));
    }

    final Path path(Session session) {
        return session.path(folder);
    }

    final CaseSettings settings(Session session) {
        return passphrase.settings(session);
    }

    /** Does the work on the open case. */
    abstract ExitCode run(Session session, Case open) throws IOException, CaseException;

    /** The case as it was typed, for hints on what to type next. */
    final String typed() {
        return folder;
    }
}
