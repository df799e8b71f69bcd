package org.headwater.cli;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/**
 * Runs what most starts run, so that the launcher can record which classes that takes. Called by the launcher after a
 * build, never by people.
 */
@CommandLine.Command(name = "warm-up", hidden = true, header = "Practise for the launcher.")
final class WarmUpCommand extends Command {
    @Parameters(paramLabel = "FOLDER", description = "Where to put a small case for practice.")
    private String folder = "";

    @Override
    ExitCode run(Session session) {
        Headwater.run(session.with(session.screen().plain()));
        session.screen().say("Practised in " + session.path(folder));
        return ExitCode.DONE;
    }
}
