package org.headwater.evidence.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;

class WaczTest {
    private static final Pattern RESOURCE =
            Pattern.compile("\"path\" : \"([^\"]+)\",\\s+\"hash\" : \"sha256:([0-9a-f]{64})\",\\s+\"bytes\" : (\\d+)");
    private static final Pattern LINE = Pattern.compile("\"offset\":\\s*\"?(\\d+)\"?", Pattern.CASE_INSENSITIVE);

    @TempDir
    private Path folder;

    @Test
    void itsDigestsAndItsIndexAreRight() throws IOException {
        Path warc = folder.resolve("page.warc.gz");
        Path wacz = folder.resolve("page.wacz");
        Captured.Page page;
        try (OneServer server = OneServer.plain()) {
            server.page("/", "text/html", "<img src=/a.png>").page("/a.png", "image/png", "a");
            page = (Captured.Page) Capture.of(
                            CaptureSettings.usual().withReach(Reach.ANY),
                            Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC))
                    .page(server.at("/"), warc, Capture.View.none());
        }

        Wacz.write(warc, page, wacz);

        TreeMap<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(wacz.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        assertThat(entries.keySet())
                .containsExactly(
                        "archive/data.warc.gz",
                        "datapackage-digest.json",
                        "datapackage.json",
                        "indexes/index.cdx",
                        "pages/pages.jsonl");
        assertThat(entries.get("archive/data.warc.gz")).isEqualTo(Files.readAllBytes(warc));
        Matcher resources = RESOURCE.matcher(text(entries.get("datapackage.json")));
        int found = 0;
        while (resources.find()) {
            byte[] bytes = entries.get(resources.group(1));
            assertThat(Sha256.of(ContentHash.sha256().digest(bytes)).hex()).isEqualTo(resources.group(2));
            assertThat(bytes).hasSize(Integer.parseInt(resources.group(3)));
            found++;
        }
        assertThat(found).isEqualTo(3);
        assertThat(text(entries.get("datapackage-digest.json")))
                .contains(Sha256.of(ContentHash.sha256().digest(entries.get("datapackage.json")))
                        .hex());
        assertThat(text(entries.get("pages/pages.jsonl")))
                .contains(page.answered().toString());
        String index = text(entries.get("indexes/index.cdx"));
        assertThat(index.lines()).hasSize(2);
        Matcher offset = LINE.matcher(index);
        while (offset.find()) {
            try (WarcReader reader = new WarcReader(warc)) {
                reader.position(Long.parseLong(offset.group(1)));
                assertThat(reader.next()).get().isInstanceOf(WarcResponse.class);
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
