package org.headwater.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.headwater.model.Known;
import org.headwater.model.PartialDate;
import org.headwater.reading.article.Facts;
import org.headwater.reading.article.PlainArticle;

/**
 * PDF files: the text of their pages in the order it was set, put back into paragraphs. Nothing is written outside the
 * folder for temporary files, no font is looked for on the machine, no script is run.
 */
final class PdfText implements Format {
    private static final long IN_MEMORY = 32L << 20;
    private static final String GENERATED_TITLE =
            "(?i)(?:microsoft \\w+ - .*|untitled.*|.*\\.(?:docx?|pdf|indd|odt|qxd|rtf|pages)|\\(anonymous\\)|.*\\bslide \\d+|.{0,3})";

    static {
        // PDFBox would list every font of the machine and keep the list in the user's home.
        FontMappers.set(new OneFont());
    }

    private final ReadingLimits limits;

    PdfText(ReadingLimits limits) {
        this.limits = limits;
    }

    @Override
    public String reader() {
        return "pdf@1";
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        try (PDDocument pdf = open(source)) {
            int pages = pdf.getNumberOfPages();
            if (pages == 0) {
                throw new Refusal(Fault.BROKEN, "it has no pages");
            }
            List<List<String>> lines = new ArrayList<>();
            long units = 0;
            for (int page = 1; page <= pages; page++) {
                List<String> ofPage = lines(pdf, page);
                units += ofPage.stream().mapToLong(String::length).sum();
                Bytes.checkUnits(units, limits);
                lines.add(ofPage);
                if (Thread.currentThread().isInterrupted()) {
                    throw new Refusal(Fault.TIMED_OUT, "it was stopped at page " + page);
                }
            }
            String text = PdfLayout.paragraphs(lines);
            if (text.isBlank()) {
                throw new Refusal(
                        Fault.NO_TEXT,
                        "its " + pages + " pages hold no text; if they are scans, recognise their text first (OCR)");
            }
            sink.document(Reading.whole(text, PlainArticle.of(text, properties(pdf)), List.of()));
        } catch (Overrun e) {
            throw new Refusal(e.fault(), e.getMessage());
        } catch (InvalidPasswordException e) {
            throw new Refusal(Fault.ENCRYPTED, "a password is needed");
        }
    }

    private static PDDocument open(Source source) throws IOException {
        MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(IN_MEMORY);
        if (source.file().isPresent()) {
            return Loader.loadPDF(source.file().get().toFile(), memory.streamCache);
        }
        try (InputStream in = source.open()) {
            return Loader.loadPDF(in.readAllBytes(), "", null, null, memory.streamCache);
        }
    }

    /** A page's lines; a line that begins a paragraph begins with {@link PdfLayout#PARAGRAPH}. */
    private static List<String> lines(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PdfLines();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf).lines().filter(line -> !line.isBlank()).toList();
    }

    private static Facts properties(PDDocument pdf) {
        Facts facts = Facts.none();
        String title = pdf.getDocumentInformation().getTitle();
        if (title != null && !title.isBlank() && !title.strip().matches(GENERATED_TITLE)) {
            facts = facts.withTitle(Known.of(title.strip(), "PDF properties"));
        }
        String author = pdf.getDocumentInformation().getAuthor();
        if (author != null && !author.isBlank() && !author.strip().matches(GENERATED_TITLE)) {
            facts = facts.withByline(Known.of(author.strip(), "PDF properties"));
        }
        Calendar created = pdf.getDocumentInformation().getCreationDate();
        if (created != null && created.get(Calendar.YEAR) > 1980 && created.get(Calendar.YEAR) < 2200) {
            PartialDate day = new PartialDate(
                    created.get(Calendar.YEAR), created.get(Calendar.MONTH) + 1, created.get(Calendar.DAY_OF_MONTH));
            facts = facts.withPublished(Known.of(day, "PDF properties: the file was made"));
        }
        return facts;
    }
}
