package org.headwater.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.headwater.model.Known;
import org.headwater.reading.article.Facts;
import org.headwater.reading.article.PlainArticle;

/**
 * Word documents (DOCX, ISO 29500): paragraphs divided by blank lines, table rows as lines, footnotes at the end. What is
 * deleted in tracked changes is not read.
 */
final class WordDocument implements Format {
    private static final String MAIN = "word/document.xml";

    private final ReadingLimits limits;

    WordDocument(ReadingLimits limits) {
        this.limits = limits;
    }

    @Override
    public String reader() {
        return "docx@1";
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        try (ZipFile zip = Zips.open(source)) {
            Paragraphs text = new Paragraphs(limits);
            if (!readPart(zip, MAIN, text)) {
                throw new Refusal(Fault.BROKEN, "it holds no " + MAIN);
            }
            readPart(zip, "word/footnotes.xml", text);
            readPart(zip, "word/endnotes.xml", text);
            if (text.text().isBlank()) {
                throw new Refusal(Fault.NO_TEXT, "its paragraphs are empty");
            }
            Facts properties = properties(zip);
            sink.document(Reading.whole(text.text(), PlainArticle.of(text.text(), properties), List.of()));
        } catch (Overrun e) {
            throw new Refusal(e.fault(), e.getMessage());
        } catch (XMLStreamException e) {
            throw Xml.broken(e);
        }
    }

    private boolean readPart(ZipFile zip, String name, Paragraphs text)
            throws Refusal, IOException, XMLStreamException {
        Optional<InputStream> part = Zips.part(zip, name, limits);
        if (part.isEmpty()) {
            return false;
        }
        try (InputStream in = part.get()) {
            XMLStreamReader xml = Xml.open(in);
            while (xml.hasNext()) {
                int event = Xml.next(xml);
                if (event == XMLStreamConstants.START_ELEMENT) {
                    start(xml, text);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end(xml.getLocalName(), text);
                }
            }
        }
        return true;
    }

    private static void start(XMLStreamReader xml, Paragraphs text) throws Refusal, XMLStreamException {
        switch (xml.getLocalName()) {
            case "t" -> text.append(words(xml));
            case "tab" -> text.append("\t");
            case "br", "cr" -> text.append("\n");
            case "noBreakHyphen" -> text.append("-");
            case "tc" -> text.startInline("");
            // Deleted words, the second copy of drawings for older programs, codes of fields, and pictures' numbers.
            case "delText", "Fallback", "instrText", "posOffset", "pPr", "rPr", "sectPr" -> skip(xml);
            default -> {}
        }
    }

    private static void end(String name, Paragraphs text) throws Refusal {
        switch (name) {
            case "tc" -> text.endInline("\t");
            case "tr" -> text.endRow();
            case "tbl", "footnote", "endnote" -> text.end();
            case "p" -> text.end();
            default -> {}
        }
    }

    private static String words(XMLStreamReader xml) throws Refusal, XMLStreamException {
        StringBuilder words = new StringBuilder();
        for (int event = Xml.next(xml); event != XMLStreamConstants.END_ELEMENT; event = Xml.next(xml)) {
            if (xml.isCharacters()) {
                words.append(xml.getText());
            }
        }
        return words.toString();
    }

    private static void skip(XMLStreamReader xml) throws Refusal, XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = Xml.next(xml);
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** Title and author as the document's properties have them; the dates there are those of the file. */
    private Facts properties(ZipFile zip) throws Refusal, IOException, XMLStreamException {
        Facts facts = Facts.none();
        Optional<InputStream> part = Zips.part(zip, "docProps/core.xml", limits);
        if (part.isEmpty()) {
            return facts;
        }
        try (InputStream in = part.get()) {
            XMLStreamReader xml = Xml.open(in);
            while (xml.hasNext()) {
                if (Xml.next(xml) == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName();
                    if (name.equals("title") || name.equals("creator")) {
                        String words = words(xml).strip();
                        Known<String> known =
                                words.isEmpty() ? Known.unknown() : Known.of(words, "document properties");
                        facts = name.equals("title") ? facts.withTitle(known) : facts.withByline(known);
                    }
                }
            }
        }
        return facts;
    }
}
