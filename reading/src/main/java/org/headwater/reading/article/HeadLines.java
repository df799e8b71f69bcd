package org.headwater.reading.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines above an article's first paragraph of prose, in blocks that blank lines divide, and the lines at its end. */
record HeadLines(List<Line> head, Optional<String> prose, List<Line> tail) {
    private static final int HEAD_UNITS = 6_000;
    private static final int TAIL_UNITS = 3_000;
    private static final int HEAD_LINES = 24;
    private static final int PROSE_UNITS = 160;
    private static final int PROSE_WORDS = 24;

    /**
     * A line that is not blank.
     *
     * @param text without white space around it
     * @param number its place among the text's lines, from 1; 0 at the end of the text, where nobody counts
     * @param block how many blank stretches come before it
     */
    record Line(String text, int number, int block) {}

    static HeadLines of(String text) {
        List<Line> head = new ArrayList<>();
        Optional<String> prose = Optional.empty();
        String start = text.substring(0, Math.min(text.length(), HEAD_UNITS));
        int number = 0;
        int block = 0;
        boolean blank = false;
        for (String raw : start.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty()) {
                blank = true;
                continue;
            }
            if (blank && !head.isEmpty()) {
                block++;
            }
            blank = false;
            if (isProse(line) || head.size() == HEAD_LINES) {
                prose = Optional.of(line);
                break;
            }
            head.add(new Line(line, number, block));
        }
        return new HeadLines(head, prose, tail(text));
    }

    private static List<Line> tail(String text) {
        List<Line> tail = new ArrayList<>();
        String end = text.substring(Math.max(0, text.length() - TAIL_UNITS));
        List<String> lines = end.lines().toList();
        for (int i = text.length() > TAIL_UNITS ? 1 : 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !isProse(line)) {
                tail.add(new Line(line, 0, 0));
            }
        }
        return tail;
    }

    static boolean isProse(String line) {
        int words = Words.count(line);
        return line.length() >= PROSE_UNITS
                || (words >= PROSE_WORDS && Words.endsSentence(line))
                || (Words.isHan(line) && line.length() >= 60);
    }
}
