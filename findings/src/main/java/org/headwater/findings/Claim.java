package org.headwater.findings;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.headwater.model.Document;
import org.headwater.model.Origin;
import org.headwater.model.OriginTrace;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;

/** A statement with all that is compared of it. */
record Claim(
        Topic topic, Statement statement, Document document, OriginTrace trace, Map<String, SlotValue.Count> figures) {

    static Claim of(Topic topic, Statement statement, Document document, OriginTrace trace) {
        Map<String, SlotValue.Count> figures = new TreeMap<>();
        for (String slot : topic.figures()) {
            statement.slot(slot, SlotValue.Count.class).ifPresent(count -> figures.put(slot, count));
        }
        return new Claim(topic, statement, document, trace, figures);
    }

    Optional<SlotValue.Count> figure(int rank) {
        return rank < topic.figures().size()
                ? Optional.ofNullable(figures.get(topic.figures().get(rank)))
                : Optional.empty();
    }

    /** A whole rather than a part of one or an addition to one. */
    boolean isWhole() {
        return relation().map("total"::equals).orElse(true);
    }

    boolean isAddition() {
        return relation().map("additional"::equals).orElse(false);
    }

    private Optional<String> relation() {
        return topic.relation()
                .flatMap(slot -> statement.slot(slot, SlotValue.Word.class))
                .map(SlotValue.Word::name);
    }

    /** The time it says it speaks of. */
    Optional<SlotValue.Period> statedTime() {
        return topic.when().stream()
                .flatMap(slot -> statement.slot(slot, SlotValue.Period.class).stream())
                .findFirst();
    }

    /** The day, month or year it was printed. */
    Optional<SlotValue.Period> printed() {
        return document.published().value().map(date -> SlotValue.Period.on(date, ""));
    }

    Optional<Origin> origin() {
        return trace.origin();
    }

    boolean sharesOriginWith(Claim other) {
        return origin().isPresent()
                && other.origin().isPresent()
                && origin().get().id().equals(other.origin().get().id());
    }
}
