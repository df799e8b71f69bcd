package org.headwater.cli.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads comma-separated values (RFC 4180), one row at a time; a value in quotes may hold line breaks. Not thread-safe. */
public final class CsvReader {
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final BufferedReader text;
    private boolean first = true;

    /** The rows of a text, which stays open. */
    public CsvReader(BufferedReader text) {
        this.text = text;
    }

    /**
     * The next row that is not blank, if there is one.
     *
     * @throws IOException if the text cannot be read
     */
    public Optional<List<String>> next() throws IOException {
        while (true) {
            int c = text.read();
            if (first && c == BYTE_ORDER_MARK) {
                c = text.read();
            }
            first = false;
            if (c == END) {
                return Optional.empty();
            }
            if (c != '\n' && c != '\r') {
                return Optional.of(row(c));
            }
        }
    }

    private List<String> row(int start) throws IOException {
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int c = start;
        while (c != END && c != '\n') {
            if (c == '"' && cell.length() == 0) {
                c = quoted(cell);
            } else if (c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
                c = text.read();
            } else {
                if (c != '\r') {
                    cell.append((char) c);
                }
                c = text.read();
            }
        }
        row.add(cell.toString());
        return row;
    }

    /** Reads to the closing quote and gives what comes after it. */
    private int quoted(StringBuilder cell) throws IOException {
        while (true) {
            int c = text.read();
            if (c == END) {
                return END;
            }
            if (c == '"') {
                int after = text.read();
                if (after != '"') {
                    return after;
                }
            }
            cell.append((char) c);
        }
    }
}
