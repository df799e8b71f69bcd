package org.headwater.cli.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.headwater.casefile.words.Deniers;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.codebook.Codebook;
import org.headwater.model.Finding;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;

/** Findings as lines of a table: what, its current value, when, on how many origins, and what speaks against it. */
public final class FindingLine {
    private static final int FREE_WORDS_CELLS = 44;
    private static final int MENTIONED_MOST = 3;

    private final FindingWords words;
    private final Map<StatementId, Statement> statements;
    private final ShortIds ids;
    private final Screen screen;

    /** Lines about findings of this codebook, whose ids are shortened among these. */
    public FindingLine(Codebook codebook, Map<StatementId, Statement> statements, ShortIds ids, Screen screen) {
        this.words = words(codebook);
        this.statements = statements;
        this.ids = ids;
        this.screen = screen;
    }

    /** Words for findings, as short as a terminal wants them. */
    static FindingWords words(Codebook codebook) {
        return new FindingWords(codebook, words -> Cells.cut(words, FREE_WORDS_CELLS));
    }

    /** Adds the line of a finding. */
    public void addTo(Table table, Finding finding) {
        Finding.Value current = finding.current();
        table.row(
                screen.faint(ids.of(finding.id().value())),
                words.subject(finding),
                screen.strong(words.value(finding, current)),
                words.when(current),
                FindingWords.support(current),
                String.join(" · ", beside(finding)));
    }

    /** Earlier values, conflicts and denials. */
    private List<String> beside(Finding finding) {
        List<String> beside = new ArrayList<>();
        add(beside, finding, Finding.Standing.EARLIER, "was ");
        add(beside, finding, Finding.Standing.CONFLICTING, screen.alert("conflict:") + " ");
        deniers(finding).ifPresent(deniers -> beside.add("denied by " + deniers));
        if (finding.values().stream().anyMatch(value -> !value.circular().isEmpty())) {
            beside.add(screen.alert("circular"));
        }
        return beside;
    }

    private void add(List<String> beside, Finding finding, Finding.Standing standing, String lead) {
        List<Finding.Value> found = finding.values().stream()
                .filter(value -> value.standing() == standing)
                .toList();
        for (Finding.Value value : found.subList(0, Math.min(found.size(), MENTIONED_MOST))) {
            String when = words.when(value);
            beside.add(lead + words.shortValue(finding, value) + (when.isEmpty() ? "" : " (" + when + ")"));
        }
        if (found.size() > MENTIONED_MOST) {
            beside.add((found.size() - MENTIONED_MOST) + " more");
        }
    }

    /** Whoever denies it most often, and how many others do; a line has no room for all of them. */
    private Optional<String> deniers(Finding finding) {
        Map<String, Long> often = new TreeMap<>();
        Deniers.shipped()
                .of(finding.denials().stream()
                        .map(statements::get)
                        .filter(statement -> statement != null)
                        .toList())
                .forEach((denier, denials) -> often.put(denier, (long) denials.size()));
        int others = often.size() - 1;
        return often.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(most ->
                        most.getKey() + (others > 0 ? " and " + others + (others > 1 ? " others" : " other") : ""));
    }

    /** The first of these names, and how many more there are. */
    static String few(Set<String> names) {
        int more = names.size() - MENTIONED_MOST;
        return names.stream().limit(MENTIONED_MOST).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
