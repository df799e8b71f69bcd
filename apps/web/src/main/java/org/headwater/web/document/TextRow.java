package org.headwater.web.document;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.headwater.casefile.Holdings;
import org.headwater.model.Passage;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.web.page.StatementView;

/**
 * A paragraph of a document with what stands beside it.
 *
 * @param number number of the paragraph, from 1
 * @param runs its text, cut wherever something begins or ends
 * @param notes the statements that begin in it
 */
record TextRow(int number, List<Run> runs, List<StatementView> notes) {

    /**
     * A stretch of text that is shown in one way.
     *
     * @param text the text
     * @param anchors ids of statements that begin here
     * @param said whether a statement stands in it
     * @param denied whether one of them denies
     * @param copied whether it was taken from another document
     * @param entity id of the entity it names; empty if none
     */
    record Run(String text, List<String> anchors, boolean said, boolean denied, boolean copied, String entity) {}

    /** What is marked in a text. */
    record Marks(
            List<Statement> statements,
            Predicate<Statement> denies,
            List<Passage> copied,
            List<Holdings.Named> names) {}

    /** The paragraphs of a text, at most so many. */
    static List<TextRow> of(String text, Marks marks, List<StatementView> views, int most) {
        List<TextRow> rows = new ArrayList<>();
        for (Span paragraph : paragraphs(text)) {
            if (rows.size() >= most) {
                break;
            }
            List<StatementView> notes = new ArrayList<>();
            for (int i = 0; i < marks.statements().size(); i++) {
                int begin = marks.statements().get(i).span().begin();
                if (begin >= paragraph.begin() && begin < paragraph.end()) {
                    notes.add(views.get(i));
                }
            }
            rows.add(new TextRow(rows.size() + 1, runs(text, paragraph, marks), notes));
        }
        return rows;
    }

    /** Where a text has no empty lines, a line is a paragraph. */
    static List<Span> paragraphs(String text) {
        boolean emptyLines = text.strip().matches("(?s).*\\R\\h*\\R.*");
        List<Span> paragraphs = new ArrayList<>();
        int begin = -1;
        int start = 0;
        int last = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            boolean blank = text.substring(start, stop).isBlank();
            if (begin >= 0 && (blank || !emptyLines)) {
                paragraphs.add(new Span(begin, last));
                begin = -1;
            }
            if (!blank) {
                begin = begin < 0 ? start : begin;
                last = stop;
            }
            start = stop + 1;
        }
        if (begin >= 0) {
            paragraphs.add(new Span(begin, last));
        }
        return paragraphs;
    }

    private static List<Run> runs(String text, Span paragraph, Marks marks) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(paragraph.begin(), paragraph.end()));
        marks.statements().forEach(each -> cut(cuts, each.span(), paragraph));
        marks.copied().forEach(each -> cut(cuts, each.derived(), paragraph));
        marks.names().forEach(each -> cut(cuts, each.span(), paragraph));
        List<Run> runs = new ArrayList<>();
        List<Integer> places = List.copyOf(cuts);
        for (int i = 0; i + 1 < places.size(); i++) {
            Span here = new Span(places.get(i), places.get(i + 1));
            List<Statement> said = marks.statements().stream()
                    .filter(each -> each.span().contains(here))
                    .toList();
            runs.add(new Run(
                    here.of(text),
                    said.stream()
                            .filter(each -> each.span().begin() == here.begin())
                            .map(each -> each.id().value())
                            .toList(),
                    !said.isEmpty(),
                    said.stream().anyMatch(marks.denies()),
                    marks.copied().stream().anyMatch(each -> each.derived().contains(here)),
                    marks.names().stream()
                            .filter(each -> each.span().contains(here))
                            .map(each -> each.entity().value())
                            .findFirst()
                            .orElse("")));
        }
        return runs;
    }

    private static void cut(TreeSet<Integer> cuts, Span span, Span paragraph) {
        Predicate<Integer> inside = place -> place > paragraph.begin() && place < paragraph.end();
        if (inside.test(span.begin())) {
            cuts.add(span.begin());
        }
        if (inside.test(span.end())) {
            cuts.add(span.end());
        }
    }
}
