package org.headwater.cli;

import java.io.IOException;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import picocli.CommandLine.Parameters;

/** A command on a case that is there. */
abstract class CaseCommand extends Command {
    @Parameters(index = "0", paramLabel = "CASE", description = "The folder of the case.")
    private String folder = "";

    @Override
    final ExitCode run(Session session) throws IOException, CaseException {
        try (Case open = Case.open(session.path(folder), CaseSettings.usual(session.clock(), session.user()))) {
            return run(session, open);
        }
    }

    /** Does the work on the open case. */
    abstract ExitCode run(Session session, Case open) throws IOException, CaseException;

    /** The case as it was typed, for hints on what to type next. */
    final String typed() {
        return folder;
    }
}
