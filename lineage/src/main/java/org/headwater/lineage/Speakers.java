package org.headwater.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headwater.model.Attribution;
import org.headwater.model.Citation;
import org.headwater.model.DocumentId;
import org.headwater.model.Entity;
import org.headwater.model.EntityKind;
import org.headwater.model.Statement;

/**
 * For whom the persons of a document speak, and through whom. "Interior Minister A. B." speaks for the ministry wherever
 * the document names A. B. again; an unnamed resident who "told the Herald" is heard through the Herald.
 */
final class Speakers {
    private final Parties parties;
    private final Map<String, String> bodies = new HashMap<>();
    private final Map<DocumentId, List<Citation>> citations = new HashMap<>();

    Speakers(Parties parties, Collection<Statement> statements, Collection<Citation> citations) {
        this.parties = parties;
        citations.stream()
                .sorted(Comparator.comparing(Citation::document).thenComparing(Citation::span))
                .forEach(citation -> {
                    this.citations
                            .computeIfAbsent(citation.document(), key -> new ArrayList<>())
                            .add(citation);
                    learn(citation.document(), citation.attribution());
                });
        statements.stream()
                .sorted(Comparator.comparing(Statement::id))
                .forEach(statement -> learn(statement.document(), statement.attribution()));
        this.citations.values().stream()
                .flatMap(List::stream)
                .forEach(citation -> citation.body()
                        .filter(Speakers::isName)
                        .ifPresent(body -> bodies.putIfAbsent(
                                key(citation.document(), citation.attribution().speaker()), body)));
    }

    /** The statement with bodies in the place of the persons who speak for them, and carriers where only these are named. */
    Statement heard(Statement statement) {
        Attribution attribution = heard(statement.document(), statement.attribution());
        if (!attribution.isOutletOnly() && !parties.isSomebody(attribution.speaker())) {
            attribution = carried(statement).orElse(attribution);
        }
        return attribution.equals(statement.attribution()) ? statement : statement.withAttribution(attribution);
    }

    /** The citation's chain with bodies in the place of the persons who speak for them. */
    Attribution heard(Citation citation) {
        return heard(citation.document(), citation.attribution());
    }

    private Attribution heard(DocumentId document, Attribution attribution) {
        List<Attribution.Step> steps = new ArrayList<>();
        for (Attribution.Step step : attribution.steps()) {
            String body = step.how() == Attribution.How.OUTLET ? null : bodies.get(key(document, step));
            boolean person = body != null
                    && parties.entity(step)
                            .map(entity -> entity.kind() != EntityKind.AGENCY)
                            .orElse(true);
            steps.add(person ? new Attribution.Step(body, Optional.empty(), words(step), step.how()) : step);
        }
        return new Attribution(steps);
    }

    private static String words(Attribution.Step step) {
        return step.text().isBlank() ? step.name() : step.text();
    }

    /** The chain of a citation of the same unnamed speaker at the same place that says through whom. */
    private Optional<Attribution> carried(Statement statement) {
        String speaker = statement.attribution().speaker().name();
        return citations.getOrDefault(statement.document(), List.of()).stream()
                .filter(citation -> citation.span().overlaps(statement.span())
                        && citation.attribution().speaker().name().equals(speaker)
                        && citation.attribution().steps().stream().anyMatch(step -> step.how() == Attribution.How.TOLD))
                .map(Citation::attribution)
                .findFirst();
    }

    /** Learns from words such as "Italian Interior Minister A. B." whose minister the person is. */
    private void learn(DocumentId document, Attribution attribution) {
        for (Attribution.Step step : attribution.steps()) {
            String name = Credits.fold(step.name());
            String words = Credits.fold(step.text());
            if (words.length() > name.length() && words.endsWith(name)) {
                String role = words.substring(0, words.length() - name.length() + 1);
                parties.agencyIn(role)
                        .map(Entity::name)
                        .ifPresent(body -> bodies.putIfAbsent(key(document, step), body));
            }
        }
    }

    private static String key(DocumentId document, Attribution.Step step) {
        return document.value() + Credits.fold(step.name());
    }

    private static boolean isName(String body) {
        return !body.isBlank() && !Character.isLowerCase(body.codePointAt(0));
    }
}
