package org.headwater.web.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headwater.casefile.Heading;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.words.SlotText;
import org.headwater.codebook.Kind;
import org.headwater.codebook.Slot;
import org.headwater.model.Attribution;
import org.headwater.model.DocumentId;
import org.headwater.model.OriginTrace;
import org.headwater.model.Polarity;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.springframework.stereotype.Component;

/** Makes statements fit for pages. */
@Component
public class StatementViews {
    private final OpenCase open;

    StatementViews(OpenCase open) {
        this.open = open;
    }

    /** These statements by id, in the order given; those that the case does not have are left out. */
    public Map<StatementId, StatementView> of(Collection<StatementId> ids, Holdings holdings) {
        return of(holdings.statements(ids).values(), holdings);
    }

    /** These statements by id, in the order given. */
    public Map<StatementId, StatementView> of(Iterable<Statement> statements, Holdings holdings) {
        List<Statement> all = new ArrayList<>();
        statements.forEach(all::add);
        Map<StatementId, OriginTrace> traces =
                holdings.traces(all.stream().map(Statement::id).toList());
        Map<DocumentId, Heading> headings =
                holdings.headings(all.stream().map(Statement::document).toList());
        Map<StatementId, StatementView> views = new LinkedHashMap<>();
        for (Statement statement : all) {
            views.put(
                    statement.id(),
                    view(
                            statement,
                            Optional.ofNullable(traces.get(statement.id())),
                            Optional.ofNullable(headings.get(statement.document()))));
        }
        return views;
    }

    private StatementView view(Statement statement, Optional<OriginTrace> trace, Optional<Heading> heading) {
        SlotText slots = open.words().slots();
        return new StatementView(
                statement.id().value(),
                slots.kind(statement.kind()),
                statement.document().value(),
                heading.map(Heading::label).orElse(statement.file()),
                heading.flatMap(Heading::published).map(open.dates()::of).orElse(""),
                Piece.marking(
                        statement.quote(),
                        statement.slots().values().stream().map(SlotValue::text).toList()),
                statement.attribution().steps().stream()
                        .map(Attribution.Step::name)
                        .toList(),
                slotViews(statement),
                statement.polarity() == Polarity.DENIES,
                statement.certainty(),
                statement.status().word(),
                statement.by(),
                trace.stream()
                        .flatMap(of -> of.steps().stream())
                        .map(step -> new StatementView.StepView(
                                step.to(),
                                step.document().map(DocumentId::value).orElse(""),
                                step.reason()))
                        .toList(),
                trace.flatMap(OriginTrace::origin)
                        .map(origin -> origin.party() + " (" + open.words().origin(origin.kind()) + ")")
                        .orElse(""));
    }

    /** In the order of the codebook. */
    private List<StatementView.SlotView> slotViews(Statement statement) {
        SlotText slots = open.words().slots();
        List<StatementView.SlotView> views = new ArrayList<>();
        for (Slot slot : open.codebook().kind(statement.kind()).map(Kind::slots).orElse(List.of())) {
            statement
                    .slot(slot.name())
                    .ifPresent(value -> views.add(new StatementView.SlotView(
                            slot.name(), slot.label(), slots.of(statement.kind(), slot.name(), value), value.text())));
        }
        return views;
    }
}
