package org.headwater.web.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headwater.web.page.StatementView;

/**
 * Paragraphs with all that stands beside them. Where much is said in few words, the notes take more room than the text; the
 * paragraphs that follow then stand in the same block, so that no gap opens in the text.
 *
 * @param rows the paragraphs
 * @param notes the statements that begin in them
 */
record TextBlock(List<TextRow> rows, List<StatementView> notes) {
    /** Further down, a note would stand too far from its sentence. */
    private static final int ROWS_MOST = 6;

    private static final int UNITS_A_LINE = 76;

    /** Heights of a line of the text, of the space behind a paragraph and of a note, in pixels, nearly. */
    private static final int LINE = 27;

    private static final int BEHIND = 16;
    private static final int NOTE = 62;

    /** The paragraphs, put together as far as their notes need it. */
    static List<TextBlock> of(List<TextRow> rows) {
        List<TextBlock> blocks = new ArrayList<>();
        List<TextRow> open = new ArrayList<>();
        int left = 0;
        for (TextRow row : rows) {
            open.add(row);
            left += NOTE * row.notes().size() - height(row);
            if (left <= 0 || open.size() == ROWS_MOST) {
                blocks.add(block(open));
                open.clear();
                left = 0;
            }
        }
        if (!open.isEmpty()) {
            blocks.add(block(open));
        }
        return blocks;
    }

    /** By id, which statement of the text it is, from 1. */
    static Map<String, Integer> numbers(List<TextRow> rows) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        rows.forEach(row -> row.notes().forEach(note -> numbers.putIfAbsent(note.id(), numbers.size() + 1)));
        return numbers;
    }

    private static TextBlock block(List<TextRow> rows) {
        return new TextBlock(
                List.copyOf(rows),
                rows.stream().flatMap(row -> row.notes().stream()).toList());
    }

    private static int height(TextRow row) {
        int units = row.runs().stream()
                .flatMapToInt(run -> run.text().codePoints())
                .map(point -> Character.isIdeographic(point) ? 2 : 1)
                .sum();
        return LINE * Math.max(1, (units + UNITS_A_LINE - 1) / UNITS_A_LINE) + BEHIND;
    }
}
