package org.headwater.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.headwater.casefile.CaseException;
import org.headwater.cli.screen.Screen;
import org.headwater.evidence.FileTrouble;
import picocli.CommandLine;

/** Turns what went wrong in a command into words and an exit code; the one place where any error may end up. */
final class Mishap {
    private Mishap() {}

    /** Says what happened and returns the exit code. The stack trace is shown only where {@code --debug} asks for it. */
    static int explain(Throwable error, CommandLine command, Screen screen) {
        if (command.getCommand() instanceof Command known && known.isDebug()) {
            StringWriter trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            screen.say(trace.toString().stripTrailing());
        }
        if (error instanceof Refusal refusal) {
            screen.say(refusal.getMessage());
            refusal.hints().forEach(screen::say);
            if (refusal.code() == ExitCode.USAGE) {
                screen.say("Help: " + command.getCommandSpec().qualifiedName() + " --help");
            }
            return refusal.code().number();
        }
        if (error instanceof CaseException refused) {
            screen.say(refused.getMessage());
            return code(refused.result()).number();
        }
        if (error instanceof UncheckedIOException || error instanceof IOException) {
            String words = FileTrouble.inWords(error);
            screen.say(words.startsWith("Cannot ") ? words : "Cannot read or write: " + words);
            return ExitCode.FAILED.number();
        }
        if (error instanceof OutOfMemoryError) {
            screen.say("Cannot go on: out of memory. Give more, such as HEADWATER_JAVA_OPTS=-Xmx8g, and run it again.");
            return ExitCode.FAILED.number();
        }
        StackTraceElement[] frames = error.getStackTrace();
        screen.say("Cannot finish: unexpected " + error.getClass().getSimpleName()
                + (error.getMessage() == null ? "" : ": " + error.getMessage())
                + (frames.length == 0
                        ? ""
                        : " (at " + frames[0].getClassName() + ":" + frames[0].getLineNumber() + ")"));
        screen.say("This is a fault in Headwater. Please report this line and what the command prints with --debug.");
        return ExitCode.FAILED.number();
    }

    private static ExitCode code(CaseException.Result result) {
        return switch (result) {
            case REFUSED -> ExitCode.REFUSED;
            case FAILED -> ExitCode.FAILED;
            case UNKNOWN -> ExitCode.UNKNOWN;
        };
    }
}
