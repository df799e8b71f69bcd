package org.headwater.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.headwater.model.Known;
import org.headwater.reading.article.Facts;
import org.headwater.reading.article.PlainArticle;

/** OpenDocument texts (ODT, ISO 26300): paragraphs divided by blank lines, table rows as lines, notes where they stand. */
final class OpenDocument implements Format {
    private static final int SPACES_MOST = 1000;
    private static final Set<String> SKIPPED = Set.of(
            "tracked-changes", "note-citation", "sequence-decls", "annotation", "binary-data", "automatic-styles");

    private final ReadingLimits limits;

    OpenDocument(ReadingLimits limits) {
        this.limits = limits;
    }

    @Override
    public String reader() {
        return "odt@1";
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        try (ZipFile zip = Zips.open(source)) {
            if (isEncrypted(zip)) {
                throw new Refusal(Fault.ENCRYPTED, "a password is needed");
            }
            String text = text(zip);
            if (text.isBlank()) {
                throw new Refusal(Fault.NO_TEXT, "its paragraphs are empty");
            }
            sink.document(Reading.whole(text, PlainArticle.of(text, properties(zip)), List.of()));
        } catch (Overrun e) {
            throw new Refusal(e.fault(), e.getMessage());
        } catch (XMLStreamException e) {
            throw Xml.broken(e);
        }
    }

    private boolean isEncrypted(ZipFile zip) throws Refusal, IOException, XMLStreamException {
        Optional<InputStream> manifest = Zips.part(zip, "META-INF/manifest.xml", limits);
        if (manifest.isEmpty()) {
            return false;
        }
        try (InputStream in = manifest.get()) {
            // LibreOffice writes a document type here that OpenDocument 1.0 allowed; it is skipped unread.
            XMLStreamReader xml = Xml.open(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("encryption-data")) {
                    return true;
                }
            }
        }
        return false;
    }

    private String text(ZipFile zip) throws Refusal, IOException, XMLStreamException {
        Optional<InputStream> content = Zips.part(zip, "content.xml", limits);
        if (content.isEmpty()) {
            throw new Refusal(Fault.BROKEN, "it holds no content.xml");
        }
        Paragraphs text = new Paragraphs(limits);
        try (InputStream in = content.get()) {
            XMLStreamReader xml = Xml.open(in);
            int paragraphs = 0;
            while (xml.hasNext()) {
                int event = Xml.next(xml);
                if (event == XMLStreamConstants.START_ELEMENT) {
                    paragraphs += isParagraph(xml.getLocalName()) ? 1 : 0;
                    start(xml, text);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    paragraphs -= isParagraph(xml.getLocalName()) ? 1 : 0;
                    end(xml.getLocalName(), text);
                } else if (xml.isCharacters() && paragraphs > 0) {
                    text.append(xml.getText().replaceAll("\\s+", " "));
                }
            }
        }
        return text.text();
    }

    private static boolean isParagraph(String name) {
        return name.equals("p") || name.equals("h");
    }

    private static void start(XMLStreamReader xml, Paragraphs text) throws Refusal, XMLStreamException {
        String name = xml.getLocalName();
        if (name.equals("s")) {
            String count = xml.getAttributeValue(null, "c");
            String written = count == null
                    ? xml.getAttributeValue("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "c")
                    : count;
            int spaces = written != null && written.matches("\\d{1,4}") ? Integer.parseInt(written) : 1;
            text.append(" ".repeat(Math.min(spaces, SPACES_MOST)));
        } else if (name.equals("tab")) {
            text.append("\t");
        } else if (name.equals("line-break")) {
            text.append("\n");
        } else if (name.equals("table-cell")) {
            text.startInline("");
        } else if (name.equals("note-body")) {
            text.startInline(" (");
        } else if (SKIPPED.contains(name)) {
            for (int depth = 1; depth > 0; ) {
                int event = Xml.next(xml);
                depth += event == XMLStreamConstants.START_ELEMENT
                        ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            }
        }
    }

    private static void end(String name, Paragraphs text) throws Refusal {
        switch (name) {
            case "p", "h", "table" -> text.end();
            case "table-cell" -> text.endInline("\t");
            case "table-row" -> text.endRow();
            case "note-body" -> text.endInline(")");
            default -> {}
        }
    }

    private Facts properties(ZipFile zip) throws Refusal, IOException, XMLStreamException {
        Facts facts = Facts.none();
        Optional<InputStream> meta = Zips.part(zip, "meta.xml", limits);
        if (meta.isEmpty()) {
            return facts;
        }
        try (InputStream in = meta.get()) {
            XMLStreamReader xml = Xml.open(in);
            while (xml.hasNext()) {
                if (Xml.next(xml) == XMLStreamConstants.START_ELEMENT
                        && (xml.getLocalName().equals("title")
                                || xml.getLocalName().equals("initial-creator"))) {
                    boolean title = xml.getLocalName().equals("title");
                    String words = xml.getElementText().strip();
                    Known<String> known = words.isEmpty() ? Known.unknown() : Known.of(words, "document properties");
                    facts = title ? facts.withTitle(known) : facts.withByline(known);
                }
            }
        }
        return facts;
    }
}
