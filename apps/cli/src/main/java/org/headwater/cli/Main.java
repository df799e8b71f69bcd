package org.headwater.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.headwater.cli.screen.Look;
import org.headwater.cli.screen.Screen;
import org.headwater.evidence.PassphraseSource;

/** Where the process starts and the only place where it ends. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its {@link ExitCode}. */
    public static void main(String[] arguments) {
        quietLibraries();
        Screen screen = Screen.over(
                writer(FileDescriptor.out), writer(FileDescriptor.err), Look.of(System::getProperty, System.getenv()));
        String user = System.getenv().getOrDefault("HEADWATER_USER", System.getProperty("user.name", "unknown"));
        Path folder = Path.of("").toAbsolutePath();
        String command = System.getProperty("headwater.command", "headwater");
        Path home = folder.resolve(System.getProperty("headwater.home", ""));
        Session session = new Session(
                screen,
                Clock.systemUTC(),
                folder,
                home,
                command,
                user,
                new Passphrases(
                        Optional.empty(),
                        Optional.ofNullable(System.getenv(PassphraseSource.VARIABLE)),
                        () -> screen.look().live() ? Passphrases.typed("Passphrase of the case") : Optional.empty()),
                () -> DocumentBounds.of(System.getenv()));
        int code = Headwater.run(session, arguments);
        screen.flush();
        end(code);
    }

    /** Ending by itself costs nothing; being ended is told to Java's log, for which Java looks into every jar. */
    private static void end(int code) {
        boolean othersRun = Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> !thread.isDaemon() && thread != Thread.currentThread());
        if (code != ExitCode.DONE.number() || othersRun) {
            System.exit(code);
        }
    }

    /** Always UTF-8, whatever the locale: documents hold names in every script. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), false);
    }

    /** What libraries log is for their makers; what matters to the user, the commands say. */
    private static void quietLibraries() {
        if (!Boolean.getBoolean("headwater.log")) {
            Silence.whenAsked();
        }
        // Groovy is not here, and looking for it opens every jar.
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        System.setProperty("java.awt.headless", "true");
    }
}
