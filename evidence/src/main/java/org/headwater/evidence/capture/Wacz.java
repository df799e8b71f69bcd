package org.headwater.evidence.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.cdx.CdxFormat;
import org.netpreserve.jwarc.cdx.CdxWriter;

/**
 * Packs a web archive with an index, its pages and its digests as WACZ 1.1.1, the form that replay tools open at once.
 *
 * @see <a href="https://specs.webrecorder.net/wacz/1.1.1/">Web Archive Collection Zipped</a>
 */
public final class Wacz {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String ARCHIVE = "archive/data.warc.gz";

    private Wacz() {}

    /**
     * Writes a WACZ.
     *
     * @param warc what {@link Capture#page} wrote
     * @param page what it gave back
     * @param wacz the file to write; replaced if it is there
     * @throws IOException if one cannot be read or the other not be written
     */
    public static void write(Path warc, Captured.Page page, Path wacz) throws IOException {
        Map<String, byte[]> small = new LinkedHashMap<>();
        small.put("indexes/index.cdx", index(warc));
        small.put("pages/pages.jsonl", pages(page));
        byte[] archive = Files.readAllBytes(warc);
        byte[] description = description(page, archive, small);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wacz))) {
            // Replay tools read parts of the archive in place, so it is not packed again.
            put(zip, ARCHIVE, archive, page);
            for (Map.Entry<String, byte[]> each : small.entrySet()) {
                put(zip, each.getKey(), each.getValue(), page);
            }
            put(zip, "datapackage.json", description, page);
            put(zip, "datapackage-digest.json", digest(description), page);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes, Captured.Page page) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(LocalDateTime.ofInstant(page.at(), ZoneOffset.UTC));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] index(Path warc) throws IOException {
        StringWriter lines = new StringWriter();
        try (WarcReader reader = new WarcReader(warc);
                CdxWriter cdx = new CdxWriter(lines)) {
            cdx.setFormat(CdxFormat.CDXJ);
            cdx.setSort(true);
            cdx.process(reader, "data.warc.gz");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pages(Captured.Page page) throws IOException {
        StringWriter lines = new StringWriter();
        line(lines, Map.of("format", "json-pages-1.0", "id", "pages", "title", "All Pages"));
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put(
                "id",
                ContentHash.of(page.answered().toString(), page.at().toString()).id("page"));
        entry.put("url", page.answered().toString());
        entry.put("ts", page.at().toString());
        line(lines, entry);
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(Writer out, Map<String, String> fields) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        }
        out.append(line.toString()).append('\n');
    }

    private static byte[] description(Captured.Page page, byte[] archive, Map<String, byte[]> small)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("profile", "data-package");
            json.writeStringField("wacz_version", "1.1.1");
            json.writeStringField("software", "Headwater");
            json.writeStringField("created", page.at().toString());
            json.writeStringField("mainPageUrl", page.answered().toString());
            json.writeStringField("mainPageDate", page.at().toString());
            json.writeArrayFieldStart("resources");
            resource(json, ARCHIVE, archive);
            for (Map.Entry<String, byte[]> each : small.entrySet()) {
                resource(json, each.getKey(), each.getValue());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void resource(JsonGenerator json, String path, byte[] bytes) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", path.substring(path.indexOf('/') + 1));
        json.writeStringField("path", path);
        json.writeStringField("hash", "sha256:" + sha256(bytes));
        json.writeNumberField("bytes", bytes.length);
        json.writeEndObject();
    }

    private static byte[] digest(byte[] description) throws IOException {
        StringWriter out = new StringWriter();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("path", "datapackage.json");
        fields.put("hash", "sha256:" + sha256(description));
        line(out, fields);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        return Sha256.of(ContentHash.sha256().digest(bytes)).hex();
    }
}
