package org.headwater.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.ReadListener;

/** A case of sample articles, served for real. The articles are read once for all tests. */
final class Served implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T09:00:00Z"), ZoneOffset.UTC);

    /** Enough of the sample case to have reprints, a translation, denials and conflicts, and few enough to be quick. */
    private static final List<String> ARTICLES = List.of(
            "harbour-courier-102-posts.html",
            "harbour-courier-54-posts.txt",
            "free-valley-voices-reprint.html",
            "jade-coast-herald-denial.html",
            "alpine-wire-fellside-standard.txt",
            "alpine-wire-lockgate-examiner.html",
            "noorderkompas-interview.html",
            "dongan-liaowang-guanbi.txt");

    private static Path read;

    final Path folder;
    final WebServer server;
    final List<String> faults = new CopyOnWriteArrayList<>();

    private Served(Path folder) throws CaseException {
        this.folder = folder;
        this.server = WebServer.start(new WebSettings(folder, CLOCK, "analyst", 0, faults::add));
    }

    /** Serves a copy of the case, in a folder of its own. */
    static Served sampleCase(Path folder) throws IOException, CaseException {
        copy(sample(), folder);
        return new Served(folder);
    }

    /** Serves a case that is there already. */
    static Served again(Path folder) throws CaseException {
        return new Served(folder);
    }

    private static synchronized Path sample() throws IOException, CaseException {
        if (read == null) {
            Path articles = Path.of("..", "..", "samples", "overseas-stations", "articles");
            read = Files.createTempDirectory("headwater-web-").resolve("sample.case");
            try (Case made = Case.openOrCreate(read, CaseSettings.usual(CLOCK, "analyst"))) {
                made.read(ARTICLES.stream().map(articles::resolve).toList(), ReadListener.silent());
            }
        }
        return read;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (Path each : walk.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    /** Asks until the work is done; each answer is a step of the work, so that no time is guessed. */
    void awaitIdle(Reader reader) throws IOException, InterruptedException {
        String state = reader.get("/runs/state").body();
        while (!state.contains("\"work\":\"idle\"") || state.contains("\"change\":0")) {
            Thread.onSpinWait();
            state = reader.get("/runs/state").body();
        }
        if (!state.contains("\"faults\":[]")) {
            throw new IllegalStateException("The work did not end well: " + state);
        }
    }

    /** A client that has not been let in. */
    Reader stranger() {
        return new Reader(server.address());
    }

    /** A client that was let in. */
    Reader reader() throws IOException, InterruptedException {
        Reader reader = stranger();
        reader.get(server.oneTimeAddress());
        return reader;
    }

    @Override
    public void close() {
        server.close();
    }

    /** A browser without a screen: keeps cookies, follows nothing by itself. */
    static final class Reader {
        private static final Pattern TOKEN = Pattern.compile("data-csrf=\"([^\"]+)\"");

        private final URI root;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();

        private Reader(URI root) {
            this.root = root;
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return get(root.resolve(path));
        }

        HttpResponse<String> get(URI address) throws IOException, InterruptedException {
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }

        /** Sends a form with the token that pages carry. */
        HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
            return postPlain(path, "_csrf=" + token() + "&" + encoded(fields));
        }

        /** Sends files as a browser does, by name with their text. */
        HttpResponse<String> upload(String path, Map<String, String> files) throws IOException, InterruptedException {
            String line = "----headwater";
            StringBuilder body = new StringBuilder();
            files.forEach(
                    (name, text) -> body.append("--" + line + "\r\nContent-Disposition: form-data; name=\"files\";"
                            + " filename=\"" + name + "\"\r\nContent-Type: text/plain\r\n\r\n" + text + "\r\n"));
            body.append("--" + line + "--\r\n");
            return client.send(
                    HttpRequest.newBuilder(root.resolve(path + "?_csrf=" + token()))
                            .header("Content-Type", "multipart/form-data; boundary=" + line)
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        private String token() throws IOException, InterruptedException {
            Matcher token = TOKEN.matcher(get("/").body());
            if (!token.find()) {
                throw new IllegalStateException("Cannot send a form: the page carries no token");
            }
            return URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        }

        HttpResponse<String> postPlain(String path, String body) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(root.resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        static String encoded(Map<String, String> fields) {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
        }

        List<String> cookies() {
            return cookies.getCookieStore().getCookies().stream()
                    .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                    .toList();
        }
    }
}
