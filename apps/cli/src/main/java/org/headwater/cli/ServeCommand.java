package org.headwater.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.evidence.PassphraseSource;
import org.headwater.web.WebServer;
import org.headwater.web.WebSettings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "serve",
        header = "Show a case in the browser: the river of each finding, review by keyboard, map and timeline.",
        description =
                "Serves the case on this machine only, at http://127.0.0.1, until Ctrl-C. The address it prints opens the"
                        + " case once, in one browser. Ctrl-C in the middle of a run loses nothing: the next start goes on.",
        footer = {"  headwater serve my.case", "  headwater serve my.case --port 8470 --open"})
final class ServeCommand extends Command {
    @Parameters(index = "0", paramLabel = "CASE", description = "The folder of the case.")
    private String folder = "";

    @Option(names = "--port", paramLabel = "N", description = "The port to listen on (any that is free).")
    private int port;

    @Option(names = "--open", description = "Open the address in this machine's browser.")
    private boolean openWanted;

    @Mixin
    private final PassphraseOption passphrase = new PassphraseOption();

    @Override
    ExitCode run(Session session) throws CaseException, IOException {
        if (port < 0 || port > 65_535) {
            throw Refusal.of("Cannot listen on port " + port + " (must be 1 to 65535)");
        }
        if (!Case.exists(session.path(folder))) {
            throw Refusal.of("Cannot serve case " + folder + ": there is none (make one with: " + session.command()
                    + " read " + folder + " FILES…)");
        }
        serve(
                session.with(passphrase.source(session)),
                folder,
                port,
                openWanted ? Browser.WANTED : Browser.NOT_WANTED,
                isJson());
        return ExitCode.DONE;
    }

    /** Whether the machine's browser is to be opened. */
    enum Browser {
        WANTED,
        NOT_WANTED
    }

    /** Serves the case until the process is asked to end. */
    static void serve(Session session, String folder, int port, Browser browser, boolean asJson) throws CaseException {
        Screen screen = session.screen();
        WebSettings settings = new WebSettings(
                session.path(folder),
                session.clock(),
                session.user(),
                port,
                screen::say,
                session.passphrases(),
                session.limits().get());
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    asked.countDown();
                    awaitQuietly(ended);
                },
                "serve-ends");
        Runtime.getRuntime().addShutdownHook(hook);
        try (WebServer server = WebServer.start(settings)) {
            URI address = server.oneTimeAddress();
            if (asJson) {
                ObjectNode said = JsonNodeFactory.instance.objectNode();
                said.put("address", address.toString());
                screen.print(Json.page(said));
            } else {
                screen.print("The case is at " + screen.strong(address.toString()));
                screen.print(screen.faint("Opens once, in one browser on this machine. Ctrl-C ends it."));
            }
            screen.flush();
            if (browser == Browser.WANTED) {
                open(address, screen);
            }
            awaitQuietly(asked);
        } finally {
            ended.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void open(URI address, Screen screen) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("mac")
                ? List.of("open", address.toString())
                : system.contains("win")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", address.toString())
                        : List.of("xdg-open", address.toString());
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().remove(PassphraseSource.VARIABLE);
            builder.start();
        } catch (IOException e) {
            screen.say("Cannot open a browser here (" + command.get(0) + "): open the address yourself.");
        }
    }
}
