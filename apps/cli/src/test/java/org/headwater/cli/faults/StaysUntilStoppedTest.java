package org.headwater.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.headwater.casefile.Case;
import org.headwater.casefile.ReadListener;
import org.headwater.casefile.Watch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code watch --stay} as a process that is told to end, as Ctrl-C or the system does: it finishes the page in hand, says what
 * it leaves, and the next process goes on with that.
 */
class StaysUntilStoppedTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CountDownLatch secondIsAsked = new CountDownLatch(1);
    private final CountDownLatch secondMayAnswer = new CountDownLatch(1);
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/second")) {
                secondIsAsked.countDown();
                try {
                    secondMayAnswer.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            byte[] page = ("<html><body><article><h1>Ferry times</h1><p>The ferry runs every hour, as "
                            + exchange.getRequestURI() + " has it.</p></article></body></html>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        secondMayAnswer.countDown();
        server.stop(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private Process start(Child child, Path kept, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("watch", kept.toString(), "--allow-private"));
        words.addAll(List.of(more));
        return new ProcessBuilder(child.command("org.headwater.cli.Main", words.toArray(String[]::new)))
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void thePageInHandIsFinishedAndTheRestIsLeftToTheNextProcess() throws Exception {
        Path kept = folder.resolve("a.case");
        try (Case open = Case.openOrCreate(kept, Worker.settings())) {
            open.watching().add(List.of(at("/first"), at("/second"), at("/third")), Duration.ofDays(7));
        }
        Child child = Child.prepare(folder.resolve("child"));

        Process staying = start(child, kept, "--stay");
        assertThat(secondIsAsked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        // As Ctrl-C does, and as a system that ends a service does. By its handle, so that what it says is still read.
        staying.toHandle().destroy();
        secondMayAnswer.countDown();
        String said = new String(staying.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(staying.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(said)
                .contains(at("/first").toString(), at("/second").toString(), "Stopped. 1 page")
                .doesNotContain(at("/third").toString());
        assertThat(looks(kept)).containsExactly(1, 1, 0);

        Process next = start(child, kept);
        String rest = new String(next.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(next.waitFor()).as(rest).isZero();
        assertThat(looks(kept)).containsExactly(1, 1, 1);
    }

    @Test
    void whoWaitsForWhatIsDueEndsAtOnce() throws Exception {
        secondMayAnswer.countDown();
        Path kept = folder.resolve("a.case");
        try (Case open = Case.openOrCreate(kept, Worker.settings())) {
            open.watching().add(List.of(at("/first")), Duration.ofDays(7));
        }
        Process staying = start(Child.prepare(folder.resolve("child")), kept, "--stay");
        try (BufferedReader said = staying.inputReader()) {
            assertThat(said.readLine()).contains(at("/first").toString());
            staying.toHandle().destroy();
            assertThat(staying.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(said.lines().reduce("", String::concat)).contains("Stopped. 0 pages");
        }
        assertThat(looks(kept)).containsExactly(1);
        try (Case open = Case.open(kept, Worker.settings())) {
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }

    private static List<Integer> looks(Path kept) throws Exception {
        try (Case open = Case.open(kept, Worker.settings())) {
            return open.watching().all().stream()
                    .map(Watch::sightings)
                    .map(List::size)
                    .toList();
        }
    }
}
