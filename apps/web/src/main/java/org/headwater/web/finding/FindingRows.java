package org.headwater.web.finding;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headwater.casefile.FindingOutline;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.words.Deniers;
import org.headwater.casefile.words.FindingWords;
import org.headwater.model.Finding;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.web.page.OpenCase;
import org.springframework.stereotype.Component;

/** Makes lines of a list from findings. */
@Component
public class FindingRows {
    private final OpenCase open;

    FindingRows(OpenCase open) {
        this.open = open;
    }

    /** A line for each outline, in the same order. */
    public List<FindingRow> of(List<FindingOutline> outlines, Holdings holdings) {
        Set<StatementId> denials = new HashSet<>();
        outlines.forEach(outline -> denials.addAll(outline.finding().denials()));
        Map<StatementId, Statement> statements = holdings.statements(denials);
        Map<String, Grade> grades = Grade.standing(holdings);
        return outlines.stream()
                .map(outline -> row(outline, statements, grades))
                .toList();
    }

    private FindingRow row(FindingOutline outline, Map<StatementId, Statement> statements, Map<String, Grade> grades) {
        FindingWords words = open.words();
        Finding finding = outline.finding();
        Finding.Value current = finding.current();
        return new FindingRow(
                finding.id().value(),
                words.subject(finding),
                words.value(finding, current),
                words.when(current),
                words.slots().kind(finding.kind()),
                outline.origins(),
                outline.documents(),
                beside(finding, Finding.Standing.EARLIER),
                beside(finding, Finding.Standing.CONFLICTING),
                List.copyOf(Deniers.shipped()
                        .of(finding.denials().stream()
                                .map(statements::get)
                                .filter(each -> each != null)
                                .toList())
                        .keySet()),
                outline.circular(),
                grades.containsKey(finding.id().value())
                        ? grades.get(finding.id().value()).letters()
                        : "");
    }

    private List<String> beside(Finding finding, Finding.Standing standing) {
        FindingWords words = open.words();
        return finding.values().stream()
                .filter(value -> value.standing() == standing)
                .map(value -> {
                    String when = words.when(value);
                    return words.shortValue(finding, value) + (when.isEmpty() ? "" : " (" + when + ")");
                })
                .toList();
    }
}
