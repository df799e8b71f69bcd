package org.headwater.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.headwater.casefile.CaseException;
import org.headwater.cli.screen.Screen;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share: the options every one of them has, and the way to the screen. */
abstract class Command implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 100,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option, not at the field
    private boolean helpWanted;

    @Option(names = "--json", order = 101, description = "Print the result as JSON.")
    private boolean jsonWanted;

    @Option(names = "--no-color", order = 102, description = "Print without colours (so does NO_COLOR).")
    private boolean plainWanted;

    @Option(names = "--debug", order = 103, description = "Show where an unexpected error happened.")
    private boolean debugWanted;

    @Override
    public final Integer call() throws IOException, CaseException {
        Session session = spec.root().userObject() instanceof CommandRoot root ? root.session() : unreachable();
        Screen screen = plainWanted ? session.screen().plain() : session.screen();
        try {
            return run(session.with(screen)).number();
        } finally {
            screen.flush();
        }
    }

    private static Session unreachable() {
        throw new IllegalStateException("Cannot run a command: it does not belong to Headwater");
    }

    /** Does the work. */
    abstract ExitCode run(Session session) throws IOException, CaseException;

    /** Whether the result is wanted as JSON. */
    final boolean isJson() {
        return jsonWanted;
    }

    final boolean isDebug() {
        return debugWanted;
    }
}
