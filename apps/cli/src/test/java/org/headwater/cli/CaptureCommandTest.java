package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a server on this machine, fetched by commands. */
class CaptureCommandTest {
    private static final Map<String, String> PAGES = new ConcurrentHashMap<>();
    private static final String STORY = """
            <html><head><title>A count</title><meta property="og:site_name" content="The Practice Post"></head><body><article>
            <h1>A count</h1><p>The Orchard Watch said on 3 May 2022 that it had counted %d Chinese police stations in 5
            countries, and that it would go on counting them.</p><img src="/a.png"></article></body></html>
            """;

    private static HttpServer server;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String page = PAGES.get(exchange.getRequestURI().getPath());
            byte[] body = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add(
                            "Content-Type",
                            exchange.getRequestURI().getPath().endsWith(".png")
                                    ? "image/png"
                                    : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        PAGES.put("/story", STORY.formatted(12));
        PAGES.put("/other", STORY.formatted(14));
        PAGES.put("/a.png", "a");
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static Typed.Answer run(String... words) {
        return Typed.in(folder).run(words);
    }

    @Test
    void aPageIsFetchedKeptAndRead() throws IOException {
        Files.writeString(folder.resolve("list.txt"), "# pages\n" + at("/story") + "\n\n" + at("/story") + "\n");

        Typed.Answer answer = run("capture", "my.case", "--from", "list.txt", "--allow-private", "--wacz", "out");

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("Captured " + at("/story") + "   text/html with 1 part, 1 document")
                .contains("1 page captured, 0 not");
        assertThat(run("findings", "my.case", "--kind", "site-count").out()).contains("12 in 5 countries");
        assertThat(run("verify", "my.case").code()).isZero();
        try (Stream<Path> out = Files.list(folder.resolve("out"))) {
            assertThat(out).singleElement().asString().endsWith(".wacz");
        }
        try (Stream<Path> left = Files.list(folder.resolve("my.case").resolve("unfinished"))) {
            assertThat(left).isEmpty();
        }
        assertThat(Files.readString(folder.resolve("my.case").resolve("custody.log")))
                .contains("\"action\":\"capture\",\"subject\":\"" + at("/story") + "\"")
                .contains("\"status\":\"200\"");
        assertThat(run("rebuild", "my.case").code()).isZero();
        assertThat(run("findings", "my.case", "--kind", "site-count").out()).contains("12 in 5 countries");
    }

    @Test
    void whatCannotBeHadIsToldAndLogged() throws IOException {
        Typed.Answer gone = run("capture", "gone.case", at("/nothing"), at("/other"), "--allow-private", "--json");

        assertThat(gone.code()).isEqualTo(5);
        assertThat(gone.out()).contains("\"status\" : 404").contains("\"status\" : 200");
        assertThat(run("capture", "gone.case", at("/nothing"), "--allow-private")
                        .out())
                .startsWith("Not captured: " + at("/nothing") + " answered 404; only that answer is kept")
                .contains("0 pages captured, 1 not");
        assertThat(run("verify", "gone.case").code()).isZero();

        Typed.Answer inside = run("capture", "gone.case", at("/other"));

        assertThat(inside.code()).isEqualTo(5);
        assertThat(inside.out()).contains("not on the public internet").contains("0 pages captured, 1 not");
        assertThat(Files.readString(folder.resolve("gone.case").resolve("custody.log")))
                .contains("\"refused\":");
    }

    @Test
    void mistakesAreToldAllAtOnce() {
        Typed.Answer answer = run("capture", "other.case", "ftp://post.example/", "post.example");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("Cannot capture ftp://post.example/").contains("Cannot capture post.example");
        assertThat(folder.resolve("other.case")).doesNotExist();
        assertThat(run("capture", "other.case").err()).contains("no page is named");
        assertThat(run("capture", "other.case", at("/"), "--proxy", "here").err())
                .contains("socks5://HOST:PORT");
    }
}
