package org.headwater.reading;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** PDFBox's lines, marked where a paragraph begins: where PDFBox sees one, and where the letters change their size. */
final class PdfLines extends PDFTextStripper {
    private static final float SAME_SIZE = 0.06f;

    /** No sheet holds as many letters; each takes some three hundred bytes until its page is done. */
    private static final int LETTERS_MOST = 300_000;

    private boolean lineBegins = true;
    private float size;
    private int letters;

    PdfLines() {
        setLineSeparator("\n");
        setParagraphStart("\n" + PdfLayout.PARAGRAPH);
        setPageEnd("\n");
    }

    /** The one place that a page passes however its forms call each other. */
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        Worker.goOn();
        if (letters > LETTERS_MOST) {
            throw tooMany();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        // Beyond the bound nothing is kept; the next operator ends the page.
        if (letters++ <= LETTERS_MOST) {
            super.processTextPosition(text);
        }
    }

    /** PDFBox passes over what goes wrong inside of a form. */
    @Override
    public void processPage(PDPage page) throws IOException {
        super.processPage(page);
        Worker.goOn();
        if (letters > LETTERS_MOST) {
            throw tooMany();
        }
    }

    private static Overrun tooMany() {
        return new Overrun(Fault.BOMB, "one of its pages holds more than " + LETTERS_MOST + " letters (the bound)");
    }

    @Override
    protected void writeLineSeparator() throws IOException {
        super.writeLineSeparator();
        lineBegins = true;
    }

    @Override
    protected void writeParagraphStart() throws IOException {
        super.writeParagraphStart();
        lineBegins = true;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        if (lineBegins && !positions.isEmpty()) {
            float now = positions.get(0).getFontSizeInPt();
            if (size > 0 && Math.abs(now - size) > SAME_SIZE * size) {
                super.writeString(String.valueOf(PdfLayout.PARAGRAPH), positions);
            }
            size = now;
            lineBegins = false;
        }
        super.writeString(text, positions);
    }
}
