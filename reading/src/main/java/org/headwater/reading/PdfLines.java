package org.headwater.reading;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** PDFBox's lines, marked where a paragraph begins: where PDFBox sees one, and where the letters change their size. */
final class PdfLines extends PDFTextStripper {
    private static final float SAME_SIZE = 0.06f;

    private boolean lineBegins = true;
    private float size;

    PdfLines() {
        setLineSeparator("\n");
        setParagraphStart("\n" + PdfLayout.PARAGRAPH);
        setPageEnd("\n");
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
