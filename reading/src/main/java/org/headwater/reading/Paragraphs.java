package org.headwater.reading;

/** Text put together paragraph by paragraph, with a blank line between, never longer than the bound. */
final class Paragraphs {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private final ReadingLimits limits;
    private int inline;

    Paragraphs(ReadingLimits limits) {
        this.limits = limits;
    }

    Paragraphs append(String words) throws Refusal {
        Bytes.checkUnits((long) text.length() + paragraph.length() + words.length(), limits);
        paragraph.append(words);
        return this;
    }

    /** From here to {@link #endInline} paragraphs stay within the one around them: a table's cell, a note. */
    void startInline(String before) throws Refusal {
        inline++;
        append(before);
    }

    void endInline(String after) throws Refusal {
        inline = Math.max(0, inline - 1);
        append(after);
    }

    /** Ends the paragraph; an empty one leaves no trace. */
    void end() {
        if (inline == 0) {
            endWith("\n\n");
        } else if (paragraph.length() > 0 && !Character.isWhitespace(paragraph.charAt(paragraph.length() - 1))) {
            paragraph.append(' ');
        }
    }

    /** Ends a row of a table: the next follows on the next line. */
    void endRow() {
        if (inline == 0) {
            endWith("\n");
        }
    }

    private void endWith(String separator) {
        String words = paragraph.toString().replace(" \t", "\t").strip();
        paragraph.setLength(0);
        if (!words.isEmpty()) {
            text.append(words).append(separator);
        }
    }

    String text() {
        inline = 0;
        end();
        return text.toString().strip();
    }
}
