package org.headwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, and what is refused at the door. */
class EntranceTest {
    private static final Pattern POSTED = Pattern.compile("<form(?=[^>]*method=\"post\")[^>]*action=\"([^\"?]*)");

    private static Served served;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        served = Served.sampleCase(folder.resolve("door.case"));
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void aStrangerSeesNothingOfTheCase() throws Exception {
        for (String path :
                List.of("/", "/findings", "/documents", "/review", "/runs/state", "/jars/htmx/htmx.min.js")) {
            HttpResponse<String> answer = served.stranger().get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.body()).as(path).contains("no key").doesNotContain("Harbour", "door");
        }
    }

    @Test
    void aKeyOpensOnce() throws Exception {
        URI key = served.server.oneTimeAddress();

        assertThat(served.stranger().get(key).statusCode()).isEqualTo(200);
        assertThat(served.stranger().get(key).statusCode()).isEqualTo(403);
    }

    @Test
    void aSessionFromBeforeTheKeyIsNotLetIn() throws Exception {
        Served.Reader reader = served.reader();
        List<String> before = reader.cookies();

        reader.get(served.server.oneTimeAddress());

        assertThat(reader.cookies()).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(reader.get("/").statusCode()).isEqualTo(200);
    }

    /** Who plants a session in somebody's browser before that one enters must not share it afterwards. */
    @Test
    void aSessionThatSomebodyElseChoseIsNotTakenUp() throws Exception {
        String name = served.reader().cookies().get(0).replaceFirst("=.*", "");
        HttpRequest enter = HttpRequest.newBuilder(served.server.oneTimeAddress())
                .header("Cookie", name + "=0123456789ABCDEF0123456789ABCDEF")
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(enter, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("set-cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith(name + "=").doesNotContain("0123456789ABCDEF"));
        HttpRequest planted = HttpRequest.newBuilder(served.server.address())
                .header("Cookie", name + "=0123456789ABCDEF0123456789ABCDEF")
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(planted, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        HttpResponse<String> answer = served.stranger().get(served.server.oneTimeAddress());

        assertThat(answer.headers().allValues("set-cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
    }

    @Test
    void aRequestForAnotherHostGetsNothing() throws Exception {
        String cookie = String.join("; ", served.reader().cookies());
        for (String host :
                List.of("evil.example", "evil.example:" + port(), "127.0.0.1:1", "127.0.0.1.evil.example:" + port())) {
            assertThat(statusLine("GET / HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + cookie
                            + "\r\nConnection: close\r\n\r\n"))
                    .as(host)
                    .contains(" 421 ");
        }
        assertThat(statusLine("GET / HTTP/1.1\r\nHost: localhost:" + port() + "\r\nCookie: " + cookie
                        + "\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ");
    }

    private static int port() {
        return served.server.address().getPort();
    }

    private static String statusLine(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        Served.Reader reader = served.reader();

        assertThat(reader.postPlain("/keys", "").statusCode()).isEqualTo(403);
        assertThat(reader.postPlain("/keys", "_csrf=guessed").statusCode()).isEqualTo(403);
        assertThat(reader.post("/keys", Map.of()).body()).contains("/enter?key=");
    }

    /** Every form of every page, so that a new one cannot be forgotten: each path is where a form leads. */
    @Test
    void noFormOfAnyPageIsTakenWithoutItsToken() throws Exception {
        Served.Reader reader = served.reader();
        Set<String> actions = new TreeSet<>();
        Walk.from(List.of("/", "/review", "/review/names", "/names"), reader, 2)
                .values()
                .forEach(page -> {
                    Matcher form = POSTED.matcher(page);
                    while (form.find()) {
                        actions.add(form.group(1));
                    }
                });

        assertThat(actions.stream().map(Walk::sort).map(path -> path.replaceAll("\\d+", "0")))
                .contains(
                        "/files",
                        "/keys",
                        "/language",
                        "/custody/verify",
                        "/review/st_",
                        "/review/names/en_",
                        "/findings/f_/grade",
                        "/names/en_/merge",
                        "/decisions/0/undo");
        for (String action : actions) {
            assertThat(reader.postPlain(action, "action=accept&why=forged").statusCode())
                    .as(action)
                    .isEqualTo(403);
        }
    }

    @Test
    void everyAnswerForbidsWhatIsNotOurs() throws Exception {
        for (String path : List.of("/", "/findings", "/static/headwater.css", "/nowhere")) {
            HttpResponse<String> answer = served.reader().get(path);

            assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                    .as(path)
                    .startsWith("default-src 'none'; script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("x-content-type-options"))
                    .as(path)
                    .contains("nosniff");
            assertThat(answer.headers().firstValue("referrer-policy")).as(path).contains("no-referrer");
        }
    }

    @Test
    void pathsLeadNowhereElse() throws Exception {
        Served.Reader reader = served.reader();
        for (String path : List.of(
                "/static/../pages/layout.html",
                "/static/%2e%2e/pages/layout.html",
                "/static/etc/passwd",
                "/static/proc/self/environ",
                "/static/..%2f..%2f..%2f..%2fcase.db",
                "/jars/htmx/../../../../../etc/passwd",
                "/documents/..%2f..%2fcustody.log/original",
                "/documents/doc_00000000000000000000/original")) {
            HttpResponse<String> answer = reader.get(URI.create(served.server.address() + path.substring(1)));

            assertThat(answer.statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void goingBackLeadsToThisServerOnly() throws Exception {
        for (String back :
                List.of("//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)")) {
            HttpResponse<String> answer = served.reader().post("/language", Map.of("tag", "es", "back", back));

            assertThat(answer.headers().firstValue("location")).as(back).contains("/");
        }
    }
}
