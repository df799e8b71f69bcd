package org.headwater.web.finding;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.words.FindingWords;
import org.headwater.model.Finding;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.web.page.OpenCase;
import org.springframework.stereotype.Component;

/** Makes lines of a list from findings. */
@Component
public class FindingRows {
    private static final int MENTIONED_MOST = 3;

    private final FindingWords words;

    FindingRows(OpenCase open) {
        this.words = open.words();
    }

    /** A line for each finding, in the same order. */
    public List<FindingRow> of(List<Finding> findings, Holdings holdings) {
        Set<StatementId> denials = new HashSet<>();
        findings.forEach(finding -> denials.addAll(firstDenials(finding)));
        Map<StatementId, Statement> statements = holdings.statements(denials);
        Map<String, Grade> grades = Grade.standing(holdings);
        return findings.stream()
                .map(finding -> row(finding, statements, grades))
                .toList();
    }

    private static Collection<StatementId> firstDenials(Finding finding) {
        return finding.denials().subList(0, Math.min(20, finding.denials().size()));
    }

    private FindingRow row(Finding finding, Map<StatementId, Statement> statements, Map<String, Grade> grades) {
        Finding.Value current = finding.current();
        return new FindingRow(
                finding.id().value(),
                words.subject(finding),
                words.value(finding, current),
                FindingWords.when(current),
                words.slots().kind(finding.kind()),
                current.supports().size(),
                current.documents(),
                beside(finding, Finding.Standing.EARLIER),
                beside(finding, Finding.Standing.CONFLICTING),
                firstDenials(finding).stream()
                        .map(statements::get)
                        .filter(each -> each != null)
                        .map(FindingRows::denier)
                        .distinct()
                        .toList(),
                finding.values().stream().anyMatch(value -> !value.circular().isEmpty()),
                grades.containsKey(finding.id().value())
                        ? grades.get(finding.id().value()).letters()
                        : "");
    }

    private List<String> beside(Finding finding, Finding.Standing standing) {
        return finding.values().stream()
                .filter(value -> value.standing() == standing)
                .limit(MENTIONED_MOST)
                .map(value -> {
                    String when = FindingWords.when(value);
                    return words.shortValue(finding, value) + (when.isEmpty() ? "" : " (" + when + ")");
                })
                .toList();
    }

    /** Who denies: the party the denial is about, or whoever asserts that something is not so. */
    static String denier(Statement denial) {
        return denial.slots().values().stream()
                .filter(SlotValue.Party.class::isInstance)
                .map(value -> ((SlotValue.Party) value).name())
                .findFirst()
                .orElseGet(() -> denial.attribution().speaker().name());
    }
}
