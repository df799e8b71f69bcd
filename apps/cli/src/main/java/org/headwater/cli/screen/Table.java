package org.headwater.cli.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in aligned columns, fitted to the screen: the widest columns are cut, the last one is folded under itself, and where
 * the screen is too narrow for that it goes on lines of its own.
 *
 * <p>Not thread-safe.
 */
public final class Table {
    private static final String GAP = "   ";
    /** No column is squeezed below this. */
    private static final int LEAST = 12;

    /** The last column is not squeezed below this. */
    private static final int LEAST_LAST = 28;

    /** Nor folded into more lines than these. */
    private static final int MOST_LINES = 2;

    private static final String INDENT = "      ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; rows may differ in length. */
    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints all rows. */
    public void printTo(Screen screen) {
        lines(screen.width()).forEach(screen::print);
    }

    /** All rows as lines of at most this many cells, unless a single word is longer. */
    List<String> lines(int width) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Cells.of(row.get(i)));
            }
        }
        narrow(widths, width);
        int before = 0;
        for (int i = 0; i < columns - 1; i++) {
            before += widths[i] + GAP.length();
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            addLines(lines, row, widths, before, width);
        }
        return lines;
    }

    /** Takes from the widest columns what the screen has no room for. */
    private static void narrow(int[] widths, int width) {
        int columns = widths.length - 1;
        int room = width - GAP.length() * Math.max(0, columns - 1);
        while (columns > 0) {
            int widest = 0;
            int all = 0;
            for (int i = 0; i < columns; i++) {
                all += widths[i];
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (all <= room || widths[widest] <= LEAST) {
                return;
            }
            widths[widest]--;
        }
    }

    private static void addLines(List<String> lines, List<String> row, int[] widths, int before, int width) {
        StringBuilder line = new StringBuilder();
        int last = widths.length - 1;
        for (int i = 0; i < Math.min(row.size(), last); i++) {
            line.append(Cells.pad(Cells.cutColoured(row.get(i), widths[i]), widths[i]))
                    .append(GAP);
        }
        String rest = row.size() > last ? row.get(last) : "";
        if (rest.isEmpty()) {
            lines.addAll(Cells.fold(line.toString().stripTrailing(), width));
            return;
        }
        boolean isNarrow = before + Math.min(Cells.of(rest), LEAST_LAST) > width;
        if (isNarrow || Cells.fold(rest, width - before).size() > MOST_LINES) {
            lines.add(line.toString().stripTrailing());
            Cells.fold(rest, width - INDENT.length()).forEach(part -> lines.add(INDENT + part));
            return;
        }
        String margin = line.toString();
        for (String part : Cells.fold(rest, width - before)) {
            lines.add(margin + part);
            margin = " ".repeat(before);
        }
    }
}
