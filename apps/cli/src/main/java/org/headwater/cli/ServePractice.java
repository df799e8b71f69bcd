package org.headwater.cli;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.headwater.casefile.CaseException;
import org.headwater.web.WebServer;
import org.headwater.web.WebSettings;

/** Opens each page of a small case once, so that the launcher can record which classes the browser's pages take. */
final class ServePractice {
    private static final List<String> PAGES = List.of(
            "/",
            "/findings",
            "/documents",
            "/review",
            "/names",
            "/responses",
            "/timeline",
            "/search?q=stations",
            "/files");

    private ServePractice() {}

    static void on(Path folder, Session session) throws CaseException, IOException {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        WebSettings settings = new WebSettings(folder, session.clock(), session.user(), 0, fault -> {});
        try (WebServer server = WebServer.start(settings)) {
            open(client, HttpRequest.newBuilder(server.oneTimeAddress()).build());
            for (String page : PAGES) {
                open(
                        client,
                        HttpRequest.newBuilder(server.address().resolve(page)).build());
            }
        }
    }

    private static void open(HttpClient client, HttpRequest request) throws IOException {
        try {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
