package org.headwater.statements.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a repository on this machine. */
class LanguageDownloadTest {
    @TempDir
    Path folder;

    private HttpServer server;
    private URI repository;
    private byte[] jar;
    private LanguageModel model;
    private InstalledLanguages installed;
    private final List<String> ranges = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        jar = jar();
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        model = new LanguageModel("de", "German", "models-german", jar.length, sum, "a/tagger", "a/parser.gz", false);
        installed = InstalledLanguages.in(folder.resolve("languages"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            List<String> range = exchange.getRequestHeaders().getOrDefault("Range", List.of());
            ranges.addAll(range);
            int from = range.isEmpty() ? 0 : Integer.parseInt(range.get(0).replaceAll("\\D", ""));
            boolean known = exchange.getRequestURI().getPath().equals("/maven2/" + model.path());
            byte[] body = known ? Arrays.copyOfRange(jar, from, jar.length) : new byte[0];
            exchange.sendResponseHeaders(known ? (from > 0 ? 206 : 200) : 404, known ? body.length : -1);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        repository = URI.create("http://localhost:" + server.getAddress().getPort() + "/maven2/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static byte[] jar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("a/tagger", "a/parser.gz", "a/large")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aFetchedLanguageIsThereWithItsTwoFilesOnly() throws IOException {
        LanguageDownload.Outcome outcome =
                LanguageDownload.into(installed).fetch(model, repository, (done, total) -> {});

        assertThat(outcome).isEqualTo(LanguageDownload.Outcome.ADDED);
        assertThat(installed.tags()).containsExactly("de");
        assertThat(installed.tagger("de")).hasContent("a/tagger");
        assertThat(installed.parser("de")).hasContent("a/parser.gz");
        assertThat(folder.resolve("languages").resolve("fetching")).isEmptyDirectory();
        assertThat(ReadingLevel.of("de-AT", installed)).isEqualTo(ReadingLevel.FULL);
    }

    @Test
    void aBrokenTransferGoesOnWhereItBroke() throws IOException {
        Path part = Files.createDirectories(folder.resolve("languages").resolve("fetching"))
                .resolve(model.jar());
        Files.write(part, Arrays.copyOf(jar, 100));

        LanguageDownload.into(installed).fetch(model, repository, (done, total) -> {});

        assertThat(ranges).containsExactly("bytes=100-");
        assertThat(installed.has("de")).isTrue();
    }

    @Test
    void aStoppedTransferKeepsWhatItHas() throws IOException {
        LanguageDownload.Listener stopping = new LanguageDownload.Listener() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isStopWanted() {
                return true;
            }
        };
        LanguageDownload.Outcome outcome = LanguageDownload.into(installed).fetch(model, repository, stopping);

        assertThat(outcome).isEqualTo(LanguageDownload.Outcome.STOPPED);
        assertThat(installed.has("de")).isFalse();
        assertThat(folder.resolve("languages").resolve("fetching").resolve(model.jar()))
                .isNotEmptyFile();
    }

    @Test
    void anotherFileThanItShouldBeIsRefusedAndLeavesNothing() {
        jar[jar.length / 2] ^= 1;
        LanguageDownload download = LanguageDownload.into(installed);

        assertThatThrownBy(() -> download.fetch(model, repository, (done, total) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(model.sha256());
        assertThat(installed.has("de")).isFalse();
        assertThat(folder.resolve("languages").resolve("fetching")).isEmptyDirectory();
    }

    @Test
    void aRepositoryThatCannotBeReachedIsNamed() {
        server.stop(0);
        LanguageDownload download = LanguageDownload.into(installed);

        assertThatThrownBy(() -> download.fetch(model, repository, (done, total) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("localhost cannot be reached");
    }

    @Test
    void aRemovedLanguageIsSkimmedAgain() throws IOException {
        LanguageDownload download = LanguageDownload.into(installed);
        download.fetch(model, repository, (done, total) -> {});

        assertThat(download.remove(model)).isTrue();
        assertThat(download.remove(model)).isFalse();
        assertThat(ReadingLevel.of("de", installed)).isEqualTo(ReadingLevel.SKIMMED);
    }
}
