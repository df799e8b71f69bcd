package org.headwater.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.headwater.cli.screen.Look;
import org.headwater.cli.screen.Screen;
import org.headwater.evidence.PassphraseSource;

/** Where the process starts and the only place where it ends. */
public final class Main {
    /** Holds on to the root logger, which would otherwise forget its level. */
    private static final Logger LIBRARIES = Logger.getLogger("");

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
                        () -> screen.look().live() ? Passphrases.typed("Passphrase of the case") : Optional.empty()));
        int code = Headwater.run(session, arguments);
        screen.flush();
        System.exit(code);
    }

    /** Always UTF-8, whatever the locale: documents hold names in every script. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), false);
    }

    /** What libraries log is for their makers; what matters to the user, the commands say. */
    private static void quietLibraries() {
        LIBRARIES.setLevel(Boolean.getBoolean("headwater.log") ? Level.INFO : Level.OFF);
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        System.setProperty("java.awt.headless", "true");
    }
}
