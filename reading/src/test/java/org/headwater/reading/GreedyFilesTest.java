package org.headwater.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headwater.reading.Made.SENTENCE;
import static org.headwater.reading.Made.bytes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;

/**
 * Small files that want all of the time, or more memory than these tests have, which is 256 MB. Each file ends in an outcome, its
 * parser ends too, and the next file is read as if nothing had been.
 */
class GreedyFilesTest {
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static Outcome.Refused refused(String name, byte[] content, ReadingLimits limits) {
        List<Outcome> outcomes = Read.all(
                DocumentReader.withTesseract(limits, java.util.Optional.empty()), Source.ofBytes(name, content));
        assertThat(outcomes).hasSize(1).first().isInstanceOf(Outcome.Refused.class);
        assertThat(Read.one(Source.ofBytes("next.txt", bytes(SENTENCE))).text()).isEqualTo(SENTENCE);
        return (Outcome.Refused) outcomes.get(0);
    }

    @Test
    void pageOfThirtyMillionLettersPdf() throws IOException {
        byte[] letters = ("(" + "a".repeat(1000) + ") Tj\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] file = pdf(stream -> {
            stream.write(bytes("BT /F 12 Tf\n"));
            for (int i = 0; i < 30_000; i++) {
                stream.write(letters);
            }
            stream.write(bytes("ET\n"));
        });
        assertThat(file.length).isLessThan(200_000);
        Outcome.Refused refused = refused("page-of-thirty-million-letters.pdf", file, ReadingLimits.standard());
        assertThat(refused.fault()).isEqualTo(Fault.BOMB);
        assertThat(refused.message()).contains("more than 300000 letters");
    }

    /** Each form shows the next one twice: forty of them would take a million years. */
    @Test
    void formsThatDoublePdf() throws Exception {
        byte[] file;
        try (PDDocument pdf = new PDDocument()) {
            PDFormXObject next = form(pdf, new PDResources(), "");
            for (int i = 0; i < 40; i++) {
                PDResources resources = new PDResources();
                resources.put(COSName.getPDFName("F"), next);
                next = form(pdf, resources, "/F Do /F Do");
            }
            PDPage page = new PDPage();
            page.setResources(new PDResources());
            page.getResources().put(COSName.getPDFName("F"), next);
            page.setContents(new PDStream(pdf, new ByteArrayInputStream(bytes("/F Do"))));
            pdf.addPage(page);
            file = saved(pdf);
        }
        Outcome.Refused refused =
                refused("forms-that-double.pdf", file, ReadingLimits.standard().withTime(SHORT));
        assertThat(refused.fault()).isEqualTo(Fault.TIMED_OUT);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().contains("forms-that-double.pdf")) {
                thread.join(20_000);
                assertThat(thread.isAlive()).as("its parser goes on").isFalse();
            }
        }
    }

    private static PDFormXObject form(PDDocument pdf, PDResources resources, String content) throws IOException {
        PDFormXObject form = new PDFormXObject(pdf);
        form.setBBox(new PDRectangle(10, 10));
        form.setResources(resources);
        try (OutputStream out = form.getStream().createOutputStream()) {
            out.write(bytes(content));
        }
        return form;
    }

    @Test
    void elementsAHundredThousandDeepHtml() throws IOException {
        byte[] file = bytes("<html><body>" + "<div><b>".repeat(100_000) + SENTENCE);
        List<Outcome> outcomes = Read.all(Source.ofBytes("elements-a-hundred-thousand-deep.html", file));
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Read.class);
    }

    @Test
    void runsOfBlanksThatPatternsBacktrackOverHtml() throws IOException {
        String blanks = " \t".repeat(200_000);
        byte[] file = bytes(
                "<html><head><title>" + blanks + "x</title></head><body><h2>" + blanks + "comments</h2><p>By " + blanks
                        + "\u00a0" + "-".repeat(200_000) + "</p><p>" + SENTENCE.repeat(20) + "</p></body></html>");
        List<Outcome> outcomes = Read.all(
                DocumentReader.standard(ReadingLimits.standard().withTime(Duration.ofSeconds(20))),
                Source.ofBytes("runs-of-blanks.html", file));
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Read.class);
    }

    /** Something that writes. */
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] deflated(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
            content.to(out);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(Content content) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            page.setResources(new PDResources());
            page.getResources().put(COSName.getPDFName("F"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            PDStream stream = new PDStream(pdf);
            try (OutputStream raw = stream.getCOSObject().createRawOutputStream()) {
                raw.write(deflated(content));
            }
            stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.setContents(stream);
            pdf.addPage(page);
            return saved(pdf);
        }
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }
}
