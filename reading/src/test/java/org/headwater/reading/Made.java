package org.headwater.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Makes files of every format, for tests to read and to break. */
final class Made {
    static final String SENTENCE =
            "The old ferry will not sail again before the spring, the harbour office said on Monday.";

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private Made() {}

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] cut(byte[] bytes, int percent) {
        return Arrays.copyOf(bytes, (int) ((long) bytes.length * percent / 100));
    }

    /** A zip of these entries; a name may come twice if it differs by trailing {@code \1}. */
    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putArchiveEntry(new ZipArchiveEntry(entry.getKey().replace("\u0001", "")));
                zip.write(entry.getValue());
                zip.closeArchiveEntry();
            }
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    /** A zip with a symbolic link and a file {@code b.txt}. */
    static byte[] zipWithLink() throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel)) {
            for (String name : List.of("a.txt", "b.txt")) {
                ZipArchiveEntry entry = new ZipArchiveEntry(name);
                entry.setUnixMode(name.equals("a.txt") ? 0120777 : 0100644);
                zip.putArchiveEntry(entry);
                zip.write(bytes(name.equals("a.txt") ? "/etc/hostname" : SENTENCE));
                zip.closeArchiveEntry();
            }
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    static byte[] zip(String name, byte[] content) throws IOException {
        return zip(Map.of(name, content));
    }

    static Map<String, byte[]> entries(Object... namesAndContents) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            Object content = namesAndContents[i + 1];
            entries.put((String) namesAndContents[i], content instanceof String text ? bytes(text) : (byte[]) content);
        }
        return entries;
    }

    /** The bytes with every occurrence of one stretch replaced by another of the same length. */
    static byte[] patched(byte[] bytes, byte[] from, byte[] to) {
        String all = new String(bytes, ISO_8859_1);
        return all.replace(new String(from, ISO_8859_1), new String(to, ISO_8859_1))
                .getBytes(ISO_8859_1);
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    /** A tar with a file {@code a.txt}, a symbolic link, and a file {@code b.txt}. */
    static byte[] tarWithLink() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            put(tar, "a.txt", bytes(SENTENCE));
            TarArchiveEntry link = new TarArchiveEntry("secret.txt", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/hostname");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
            put(tar, "b.txt", bytes(SENTENCE.repeat(40)));
        }
        return out.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    /** A Word document whose main part is this XML body, after this prologue. */
    static byte[] docx(String prologue, String body) throws IOException {
        return zip(entries(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"x\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Note on the ferry</dc:title>"
                        + "<dc:creator>Harbour Watch</dc:creator></cp:coreProperties>",
                "word/document.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + prologue + "<w:document " + W + "><w:body>" + body
                        + "</w:body></w:document>"));
    }

    static byte[] odt(String prologue, String body) throws IOException {
        return zip(entries(
                "mimetype",
                MediaTypes.ODT,
                "META-INF/manifest.xml",
                "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
                "meta.xml",
                "<m xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Note on the ferry</dc:title></m>",
                "content.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + prologue
                        + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:t\"><office:body>"
                        + body
                        + "</office:body></office:document-content>"));
    }

    /** A PDF of these pages, each a list of lines from top to bottom. */
    static byte[] pdf(String[]... pages) throws IOException {
        try (PDDocument pdf = document(pages)) {
            return saved(pdf);
        }
    }

    static byte[] encryptedPdf() throws IOException {
        try (PDDocument pdf = document(new String[] {SENTENCE})) {
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return saved(pdf);
        }
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static PDDocument document(String[]... pages) throws IOException {
        PDDocument pdf = new PDDocument();
        pdf.getDocumentInformation().setTitle("Microsoft Word - ferry.docx");
        PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        for (String[] lines : pages) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                float y = 750;
                for (String line : lines) {
                    if (!line.isEmpty()) {
                        content.beginText();
                        content.setFont(font, 11);
                        content.newLineAtOffset(60, y);
                        content.showText(line);
                        content.endText();
                    }
                    y -= 14;
                }
            }
        }
        return pdf;
    }

    /** A web archive: a page, a style sheet, a page that was not found, and another page. */
    static byte[] warc() {
        return bytes(warcRecord("warcinfo", "", "application/warc-fields", "software: none\r\n")
                + response(
                        "https://marsh.example/2022/ferry",
                        "200 OK",
                        "text/html; charset=utf-8",
                        page("Ferry stays in port"))
                + response("https://marsh.example/style.css", "200 OK", "text/css", "p {}")
                + response("https://marsh.example/gone", "404 Not Found", "text/html", page("Gone"))
                + response("https://marsh.example/", "200 OK", "text/html", page("Harbour news of the week")));
    }

    private static String page(String title) {
        return "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><p>" + SENTENCE
                + "</p></body></html>";
    }

    private static String response(String address, String status, String type, String body) {
        String http = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes(body).length
                + "\r\n\r\n" + body;
        return warcRecord(
                "response", "WARC-Target-URI: " + address + "\r\n", "application/http; msgtype=response", http);
    }

    private static String warcRecord(String kind, String header, String type, String block) {
        return "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-"
                + String.format("%012x", header.hashCode() & 0xFFFFFFFFL) + ">\r\nWARC-Date: 2022-12-05T10:14:00Z\r\n"
                + header
                + "Content-Type: " + type + "\r\nContent-Length: " + block.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n"
                + block + "\r\n\r\n";
    }

    static String mail(String headers, String body) {
        return "From: Marsh Desk <press@marsh.example>\r\nTo: all@marsh.example\r\nSubject: =?UTF-8?Q?The_ferry_=E2=80=93_again?=\r\n"
                + "Date: Mon, 5 Dec 2022 23:30:00 +0100 (CET)\r\nMessage-ID: <1@marsh.example>\r\nMIME-Version: 1.0\r\n"
                + headers
                + "\r\n\r\n" + body;
    }

    /** A mail with plain text, the same in HTML, a picture in the text, and an attached text. */
    static String fullMail() {
        return mail(
                "Content-Type: multipart/mixed; boundary=m",
                "--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                        + SENTENCE + "\r\n--a\r\nContent-Type: text/html\r\n\r\n<p>" + SENTENCE + "</p>\r\n--a--\r\n"
                        + "--m\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
                        + "--m\r\nContent-Type: text/plain; name=\"note.txt\"\r\nContent-Disposition: attachment; filename=\"note.txt\"\r\n\r\n"
                        + "A note. " + SENTENCE + "\r\n--m--\r\n");
    }

    /** A PNG header that claims this size. */
    static byte[] png(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + 25 + 12 + 12);
        bytes.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put(bytes("IHDR")).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        chunk(bytes, header.array());
        chunk(bytes, bytes("IDAT"));
        chunk(bytes, bytes("IEND"));
        return bytes.array();
    }

    private static void chunk(ByteBuffer into, byte[] typeAndData) {
        CRC32 crc = new CRC32();
        crc.update(typeAndData);
        into.putInt(typeAndData.length - 4).put(typeAndData).putInt((int) crc.getValue());
    }
}
