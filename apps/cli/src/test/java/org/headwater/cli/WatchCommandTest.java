package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a server on this machine that are watched while they change and go. */
class WatchCommandTest {
    private static final String PERSON = "Mirela Vandersloot";
    private static final String STORY = """
            <html><head><title>A count</title><meta property="og:site_name" content="The Practice Post"></head><body><article>
            <h1>A count</h1><p>The Orchard Watch said on 3 May 2022 that it had counted %s Chinese police stations in 5
            countries, and that it would go on counting them.</p><p>Nobody at the harbour had anything to say about this when
            they were asked, and the offices were closed all week.</p>%s</article></body></html>
            """;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String page = pages.get(exchange.getRequestURI().getPath());
            byte[] body = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        pages.put("/story", STORY.formatted("12", ""));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Typed.Answer run(int days, String... words) {
        return Typed.in(folder).after(Duration.ofDays(days)).run(words);
    }

    private Typed.Answer look(int days) {
        return run(days, "watch", "my.case", "--allow-private");
    }

    @Test
    void aPageIsFollowedFromItsCaptureUntilItIsGone() throws IOException {
        run(0, "capture", "my.case", at("/story"), "--allow-private");
        long kept = originals();
        assertThat(look(0).out()).contains("No page is watched");
        assertThat(run(0, "watch", "my.case", "--add-captured", "--every", "2d").out())
                .contains(at("/story"))
                .contains("last seen 2026-11-23 12:00, next now");

        assertThat(look(1).out()).contains("same").contains("the same bytes");
        assertThat(originals()).isEqualTo(kept);
        assertThat(look(2).out()).contains("No page is due; the next is at 2026-11-26T12:00:00Z");

        pages.put(
                "/story", STORY.formatted("14", "<p>Asked again, the people of the harbour told us their story.</p>"));
        Typed.Answer changed = look(3);
        assertThat(changed.code()).isZero();
        assertThat(changed.out().replaceAll("\\s+", " "))
                .contains("changed")
                .contains("- The Orchard Watch said on 3 May 2022 that it had counted 12")
                .contains("+ The Orchard Watch said on 3 May 2022 that it had counted 14")
                .contains("+ Asked again")
                .contains("touched: st_")
                .doesNotContain("- Nobody at the harbour");
        assertThat(originals()).isGreaterThan(kept);

        pages.remove("/story");
        assertThat(look(5).code()).isEqualTo(5);
        assertThat(look(9).out()).contains("gone").contains("answered 404").contains("touched: st_");
        assertThat(run(9, "watch", "my.case", "--list", "--json").out())
                .contains("\"result\" : \"gone\"")
                .contains("\"lastSeen\" : \"2026-11-26T12:00:00Z\"")
                .contains("\"missedSince\" : \"2026-11-28T12:00:00Z\"");
        assertThat(run(9, "custody", "my.case", "--action", "watched").out())
                .contains("result=same")
                .contains("result=changed")
                .contains("result=gone");
        assertThat(run(9, "verify", "my.case").code()).isZero();
    }

    private long originals() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("my.case/originals"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aDocumentShowsWhatBecameOfItsPageAndNamesNobodyWhoIsWithheld() {
        String named = "<p>The Netherlands ordered the closure of the Chinese station in Rotterdam, said " + PERSON
                + ", a resident.</p>";
        pages.put("/story", STORY.formatted("12", named));
        run(0, "capture", "my.case", at("/story"), "--allow-private");
        run(0, "withhold", "my.case", PERSON);
        run(0, "watch", "my.case", "--add", at("/story"), "--every", "1d");
        pages.put("/story", STORY.formatted("12", ""));

        assertThat(look(1).out())
                .contains("- The Netherlands ordered the closure")
                .contains("V··········")
                .doesNotContain(PERSON);
        String json = run(1, "watch", "my.case", "--list", "--json").out();
        assertThat(json).doesNotContain(PERSON);
        String before = json.substring(json.indexOf("\"before\"")).split("\"", 5)[3];
        assertThat(run(1, "show", "my.case", before).out()).contains("changed").doesNotContain(PERSON);
        assertThat(run(1, "show", "my.case", before, "--json").out()).contains("\"result\" : \"changed\"");
    }

    @Test
    void aLookThatWasNotRecordedIsMadeAgainAndLosesNoChange() {
        run(0, "capture", "my.case", at("/story"), "--allow-private");
        run(0, "watch", "my.case", "--add", at("/story"), "--every", "1d");
        pages.put("/story", STORY.formatted("14", ""));
        run(1, "capture", "my.case", at("/story"), "--allow-private");

        assertThat(look(1).out()).contains("changed").contains("counted 14");
    }

    @Test
    void aPageThatCannotBeReachedIsNotSaidToBeGone() {
        run(0, "capture", "my.case", at("/story"), "--allow-private");
        run(0, "watch", "my.case", "--add", at("/story"));

        Typed.Answer answer = run(7, "watch", "my.case");

        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.out()).contains("unreached").contains("not on the public internet");
    }

    @Test
    void whatIsWatchedCanBeChangedAndMistakesAreTold() {
        run(0, "capture", "my.case", at("/story"), "--allow-private");
        run(0, "watch", "my.case", "--add", at("/story"), "--add", at("/other"));
        look(0);

        assertThat(run(0, "watch", "my.case", "--add", at("/story"), "--every", "12h", "--json")
                        .out())
                .contains("\"every\" : \"PT12H\"")
                .contains("\"result\" : \"same\"")
                .contains("\"result\" : \"gone\"");
        assertThat(run(0, "watch", "my.case", "--remove", at("/other")).out()).doesNotContain("/other");
        assertThat(run(0, "watch", "my.case", "--remove", at("/other")).code()).isEqualTo(3);
        assertThat(run(0, "watch", "my.case", "--add", at("/story"), "--every", "soon")
                        .err())
                .contains("such as 12h or 7d");
        assertThat(run(0, "watch", "my.case", "--add", "story").code()).isEqualTo(2);
    }
}
