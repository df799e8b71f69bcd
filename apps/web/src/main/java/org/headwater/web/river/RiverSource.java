package org.headwater.web.river;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.headwater.casefile.Heading;
import org.headwater.casefile.Holdings;
import org.headwater.casefile.words.Deniers;
import org.headwater.casefile.words.FindingWords;
import org.headwater.model.Derivation;
import org.headwater.model.DocumentId;
import org.headwater.model.Finding;
import org.headwater.model.OriginTrace;
import org.headwater.model.PartialDate;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;

/** Follows the statements of a finding upstream and lays down which document took its words from which. */
public final class RiverSource {
    private static final int CARRIERS_MOST = 60;

    /** A finding may have thousands of documents; those that come after these are counted and not looked at. */
    private static final int LOOKED_AT_MOST = 3 * CARRIERS_MOST;

    private static final PartialDate LAST = new PartialDate(9999, 12, 31);

    private final FindingWords words;
    private final UnaryOperator<String> reasons;
    private final Map<StatementId, Statement> statements;
    private final Map<StatementId, OriginTrace> traces;
    private final Map<DocumentId, Heading> headings;
    private final Map<DocumentId, Map<DocumentId, Derivation>> derivations = new HashMap<>();
    private int room = CARRIERS_MOST;
    private int hidden;

    private final Finding finding;

    private RiverSource(Finding whole, Holdings holdings, FindingWords words, UnaryOperator<String> reasons) {
        this.words = words;
        this.reasons = reasons;
        this.finding = nearest(whole);
        Set<StatementId> ids = new LinkedHashSet<>(finding.denials());
        finding.values().forEach(value -> ids.addAll(value.statements()));
        this.statements = holdings.statements(ids);
        this.traces = holdings.traces(ids);
        List<DocumentId> documents = Stream.concat(
                        statements.values().stream().map(Statement::document),
                        finding.values().stream()
                                .flatMap(value -> value.supports().stream())
                                .flatMap(support -> support.carriers().stream())
                                .map(Finding.Carrier::document))
                .distinct()
                .toList();
        this.headings = holdings.headings(documents);
        for (Derivation each : holdings.derivations(documents)) {
            derivations.computeIfAbsent(each.derived(), key -> new HashMap<>()).put(each.source(), each);
        }
    }

    /**
     * The river of a finding.
     *
     * @param reasons says a reason in the language of the words
     */
    public static River of(Finding finding, Holdings holdings, FindingWords words, UnaryOperator<String> reasons) {
        return new RiverSource(finding, holdings, words, reasons).river();
    }

    /** The finding with the carriers and denials that stand first in it. */
    private Finding nearest(Finding whole) {
        int left = LOOKED_AT_MOST;
        List<Finding.Value> values = new ArrayList<>();
        for (Finding.Value value : whole.values()) {
            List<Finding.Support> supports = new ArrayList<>();
            for (Finding.Support support : value.supports()) {
                int taken = Math.min(left, support.carriers().size());
                left -= taken;
                hidden += support.carriers().size() - taken;
                if (taken > 0) {
                    supports.add(new Finding.Support(
                            support.origin(), support.carriers().subList(0, taken)));
                }
            }
            int circular = Math.min(left, value.circular().size());
            left -= circular;
            hidden += value.circular().size() - circular;
            values.add(new Finding.Value(
                    value.slots(),
                    value.when(),
                    value.standing(),
                    value.reason(),
                    supports,
                    value.circular().subList(0, circular)));
        }
        int denials = Math.min(LOOKED_AT_MOST, whole.denials().size());
        hidden += whole.denials().size() - denials;
        return new Finding(
                whole.id(),
                whole.kind(),
                whole.about(),
                values,
                List.of(),
                whole.denials().subList(0, denials));
    }

    private River river() {
        List<River.Band> bands = new ArrayList<>();
        for (Finding.Value value : finding.values()) {
            List<River.Spring> springs = new ArrayList<>();
            for (Finding.Support support : value.supports()) {
                List<River.Carrier> carriers = carriers(support);
                if (!carriers.isEmpty()) {
                    springs.add(new River.Spring(
                            support.origin().party(),
                            words.origin(support.origin().kind()),
                            support.origin().id().value(),
                            carriers));
                }
            }
            List<River.Carrier> circular = circular(value);
            if (!springs.isEmpty() || !circular.isEmpty()) {
                bands.add(new River.Band(
                        words.value(finding, value),
                        value.when().map(words.slots().dates()::of).orElse(""),
                        value.standing().name().toLowerCase(Locale.ROOT),
                        springs,
                        circular));
            }
        }
        List<River.Spring> denials = denials();
        return new River(words.title(finding), bands, denials, hidden);
    }

    private List<River.Carrier> carriers(Finding.Support support) {
        Map<DocumentId, Statement> said = new LinkedHashMap<>();
        support.carriers().stream()
                .sorted(Comparator.comparing(carrier -> date(carrier.document())))
                .forEach(carrier -> carrier.statements().stream()
                        .map(statements::get)
                        .filter(each -> each != null)
                        .findFirst()
                        .ifPresent(statement -> said.put(carrier.document(), statement)));
        return carriers(said);
    }

    private List<River.Carrier> circular(Finding.Value value) {
        Map<DocumentId, Statement> said = new LinkedHashMap<>();
        value.circular().stream()
                .map(statements::get)
                .filter(each -> each != null)
                .sorted(Comparator.comparing(each -> date(each.document())))
                .forEach(statement -> said.putIfAbsent(statement.document(), statement));
        return carriers(said);
    }

    /** As many of these documents as there is room for, each after the one it took its words from. */
    private List<River.Carrier> carriers(Map<DocumentId, Statement> said) {
        Map<DocumentId, DocumentId> parents = parents(said);
        List<DocumentId> order = downstream(said.keySet(), parents);
        List<River.Carrier> carriers = new ArrayList<>();
        for (DocumentId document : order) {
            if (room <= 0) {
                hidden++;
                continue;
            }
            room--;
            carriers.add(carrier(document, said.get(document), order.indexOf(parents.get(document))));
        }
        return carriers;
    }

    private PartialDate date(DocumentId document) {
        return Optional.ofNullable(headings.get(document))
                .flatMap(Heading::published)
                .orElse(LAST);
    }

    /** The document each took its words from, among those of one origin. Chains never close. */
    private Map<DocumentId, DocumentId> parents(Map<DocumentId, Statement> said) {
        Map<DocumentId, DocumentId> parents = new HashMap<>();
        said.forEach((document, statement) -> steps(statement).stream()
                .map(OriginTrace.Step::document)
                .flatMap(Optional::stream)
                .filter(step -> !step.equals(document) && said.containsKey(step))
                .findFirst()
                .filter(parent -> !leadsTo(parent, document, parents))
                .ifPresent(parent -> parents.put(document, parent)));
        return parents;
    }

    private static boolean leadsTo(DocumentId from, DocumentId to, Map<DocumentId, DocumentId> parents) {
        DocumentId each = from;
        while (each != null) {
            if (each.equals(to)) {
                return true;
            }
            each = parents.get(each);
        }
        return false;
    }

    /** Each document directly after what it took its words from, else by date. */
    private static List<DocumentId> downstream(Set<DocumentId> documents, Map<DocumentId, DocumentId> parents) {
        Map<DocumentId, List<DocumentId>> children = new LinkedHashMap<>();
        List<DocumentId> order = new ArrayList<>();
        List<DocumentId> open = new ArrayList<>();
        for (DocumentId document : documents) {
            if (parents.containsKey(document)) {
                children.computeIfAbsent(parents.get(document), key -> new ArrayList<>())
                        .add(document);
            } else {
                open.add(document);
            }
        }
        while (!open.isEmpty()) {
            DocumentId next = open.remove(0);
            order.add(next);
            open.addAll(0, children.getOrDefault(next, List.of()));
        }
        return order;
    }

    private List<OriginTrace.Step> steps(Statement statement) {
        return Optional.ofNullable(traces.get(statement.id()))
                .map(OriginTrace::steps)
                .orElse(List.of());
    }

    private River.Carrier carrier(DocumentId document, Statement statement, int parent) {
        Optional<Heading> heading = Optional.ofNullable(headings.get(document));
        List<OriginTrace.Step> steps = steps(statement);
        Optional<Derivation> derivation = steps.stream()
                .map(OriginTrace.Step::document)
                .flatMap(Optional::stream)
                .filter(step -> !step.equals(document))
                .findFirst()
                .map(source -> derivations.getOrDefault(document, Map.of()).get(source));
        return new River.Carrier(
                document.value(),
                statement.id().value(),
                heading.map(Heading::label).orElse(statement.file()),
                heading.flatMap(Heading::published),
                parent,
                steps.isEmpty() ? "" : reasons.apply(steps.get(0).reason()),
                derivation.map(Derivation::kind),
                derivation.stream()
                        .flatMap(of -> of.passages().stream())
                        .mapToLong(passage -> passage.derived().length())
                        .sum(),
                oneLine(statement.quote()));
    }

    private List<River.Spring> denials() {
        Map<String, Map<DocumentId, Statement>> parties = new LinkedHashMap<>();
        Deniers.shipped()
                .of(finding.denials().stream()
                        .map(statements::get)
                        .filter(each -> each != null)
                        .sorted(Comparator.comparing(each -> date(each.document())))
                        .toList())
                .forEach((party, denials) ->
                        denials.forEach(denial -> parties.computeIfAbsent(party, key -> new LinkedHashMap<>())
                                .putIfAbsent(denial.document(), denial)));
        List<River.Spring> springs = new ArrayList<>();
        room = CARRIERS_MOST;
        parties.forEach((party, said) -> {
            List<River.Carrier> carriers = carriers(said);
            if (!carriers.isEmpty()) {
                springs.add(new River.Spring(party, "", "", carriers));
            }
        });
        return springs;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
