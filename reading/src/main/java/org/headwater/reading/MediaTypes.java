package org.headwater.reading;

import static org.headwater.reading.Decoded.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells what bytes are from their beginning; the name is asked only where the bytes leave it open. A PDF named .txt is a
 * PDF.
 */
final class MediaTypes {
    static final String PLAIN = "text/plain";
    static final String HTML = "text/html";
    static final String PDF = "application/pdf";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String ODT = "application/vnd.oasis.opendocument.text";
    static final String MAIL = "message/rfc822";
    static final String MBOX = "application/mbox";
    static final String ZIP = "application/zip";
    static final String TAR = "application/x-tar";
    static final String GZIP = "application/gzip";
    static final String WARC = "application/warc";
    static final String WACZ = "application/wacz";
    static final String OLE = "application/x-ole-storage";
    static final String UNKNOWN = "application/octet-stream";

    /** Pictures that Tesseract can read. */
    static final List<String> PICTURES =
            List.of("image/png", "image/jpeg", "image/gif", "image/tiff", "image/webp", "image/bmp");

    /** Bytes enough for every sign below. */
    static final int HEAD_BYTES = 16 * 1024;

    private static final Pattern HTML_START = Pattern.compile(
            "^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.{0,2000}?-->\\s*)*<(?:!doctype\\s+html|html|head|body|title|meta|div|p)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HTML_WITHIN =
            Pattern.compile("<(?:html|body|head|div|p|h1|article)\\b[^<]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER = Pattern.compile("^[!-9;-~]+:.*");
    private static final Pattern MAIL_HEADER = Pattern.compile(
            "^(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|From|To|Subject|Date|Content-Type|DKIM-Signature"
                    + "|ARC-[A-Za-z-]+|X-[A-Za-z0-9-]+|Reply-To|Sender|Cc|Envelope-To):.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SURE_MAIL_HEADER = Pattern.compile(
            "^(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version|DKIM-Signature):.*",
            Pattern.CASE_INSENSITIVE);

    /** Endings of texts that are no prose. */
    private static final Map<String, String> DATA = Map.ofEntries(
            Map.entry("json", "application/json"),
            Map.entry("jsonl", "application/json"),
            Map.entry("csv", "text/csv"),
            Map.entry("tsv", "text/tab-separated-values"),
            Map.entry("css", "text/css"),
            Map.entry("js", "text/javascript"),
            Map.entry("xml", "application/xml"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("py", "text/x-python"),
            Map.entry("sh", "text/x-shellscript"),
            Map.entry("yaml", "application/yaml"),
            Map.entry("yml", "application/yaml"));

    private MediaTypes() {}

    /** The media type of something that begins with these bytes, goes by this name, and is said to be of this type. */
    static String of(byte[] head, String name, String declared) {
        String magic = byMagic(head, name);
        if (!magic.isEmpty()) {
            return magic;
        }
        boolean wide = startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF) || Decoded.looksLikeUtf16(head);
        if (!wide && isBinary(head)) {
            return UNKNOWN;
        }
        String text = wide
                ? new String(
                        head,
                        startsWith(head, 0xFE, 0xFF) || head[0] == 0
                                ? StandardCharsets.UTF_16BE
                                : StandardCharsets.UTF_16LE)
                : new String(head, StandardCharsets.ISO_8859_1);
        return ofText(text.replaceFirst("^(?:\uFEFF|\u00EF\u00BB\u00BF)", ""), name, declared);
    }

    private static String ofText(String text, String name, String declared) {
        String ending = ending(name);
        if (HTML_START.matcher(text).matches()) {
            return HTML;
        }
        if (text.startsWith("From ") && isMail(text.substring(Math.min(text.length(), text.indexOf('\n') + 1)), name)) {
            return MBOX;
        }
        if (isMail(text, name)) {
            return MAIL;
        }
        boolean namedHtml =
                List.of("html", "htm", "xhtml", "shtml", "mhtml").contains(ending) || declared.contains("html");
        if (namedHtml && HTML_WITHIN.matcher(text).find()) {
            return HTML;
        }
        if (text.startsWith("{\\rtf")) {
            return "application/rtf";
        }
        if (text.startsWith("%!PS")) {
            return "application/postscript";
        }
        if (text.stripLeading().startsWith("<?xml") || text.stripLeading().startsWith("<svg")) {
            return ending.equals("svg") ? "image/svg+xml" : "application/xml";
        }
        return DATA.getOrDefault(ending, PLAIN);
    }

    /** Headers from the first line on, among them one that only mail has. */
    private static boolean isMail(String text, String name) {
        int headers = 0;
        boolean sure = ending(name).equals("eml");
        for (String line : text.split("\r\n|\n", 40)) {
            boolean folded = headers > 0 && (line.startsWith(" ") || line.startsWith("\t"));
            if (!folded && !HEADER.matcher(line).matches()) {
                break;
            }
            headers += MAIL_HEADER.matcher(line).matches() ? 1 : 0;
            sure |= SURE_MAIL_HEADER.matcher(line).matches();
        }
        return sure && headers >= 2;
    }

    private static String byMagic(byte[] head, String name) {
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return ofZip(new String(head, StandardCharsets.ISO_8859_1), name);
        }
        String start = new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return PDF;
        }
        if (start.startsWith("WARC/")) {
            return WARC;
        }
        if (startsWith(head, 0x1F, 0x8B)) {
            return GZIP;
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OLE;
        }
        if (start.startsWith("ustar", 257) || ending(name).equals("tar")) {
            return TAR;
        }
        return ofPicture(head, start);
    }

    private static String ofPicture(byte[] head, String start) {
        if (startsWith(head, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (startsWith(head, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (start.startsWith("GIF8")) {
            return "image/gif";
        }
        if (startsWith(head, 'I', 'I', 42, 0) || startsWith(head, 'M', 'M', 0, 42)) {
            return "image/tiff";
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        if (start.startsWith("BM") && isBinary(head)) {
            return "image/bmp";
        }
        if (start.startsWith("ftyp", 4)) {
            return "video/mp4";
        }
        if (start.startsWith("7z\u00BC\u00AF")) {
            return "application/x-7z-compressed";
        }
        if (start.startsWith("Rar!")) {
            return "application/vnd.rar";
        }
        if (start.startsWith("BZh") && isBinary(head)) {
            return "application/x-bzip2";
        }
        if (startsWith(head, 0xFD, '7', 'z', 'X', 'Z')) {
            return "application/x-xz";
        }
        return start.startsWith("SQLite format 3") ? "application/vnd.sqlite3" : "";
    }

    private static String ofZip(String head, String name) {
        if (head.startsWith("mimetype" + ODT, 30)) {
            return ODT;
        }
        if (head.startsWith("mimetypeapplication/", 30)) {
            return head.substring(38).split("[^A-Za-z0-9/.+-]|PK", 2)[0];
        }
        boolean office = head.startsWith("[Content_Types].xml", 30)
                || head.startsWith("_rels/", 30)
                || head.startsWith("docProps/", 30)
                || head.startsWith("word/", 30);
        if (office) {
            return head.contains("xl/") || ending(name).startsWith("xls")
                    ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                    : head.contains("ppt/") || ending(name).startsWith("ppt")
                            ? "application/vnd.openxmlformats-officedocument.presentationml.presentation"
                            : DOCX;
        }
        return switch (ending(name)) {
            case "docx" -> DOCX;
            case "odt" -> ODT;
            case "wacz" -> WACZ;
            default -> head.contains("datapackage.json") && head.contains("archive/") ? WACZ : ZIP;
        };
    }

    /** Control characters that no text has. Bytes of UTF-16 are not asked. */
    static boolean isBinary(byte[] head) {
        int controls = 0;
        for (byte each : head) {
            boolean control = each >= 0
                    && each < ' '
                    && each != '\n'
                    && each != '\r'
                    && each != '\t'
                    && each != '\f'
                    && each != 0x1B;
            controls += control ? 1 : 0;
        }
        return controls * 50 > head.length;
    }

    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
