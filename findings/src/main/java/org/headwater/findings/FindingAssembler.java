package org.headwater.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.model.ContentHash;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Finding;
import org.headwater.model.FindingId;
import org.headwater.model.Origin;
import org.headwater.model.OriginId;
import org.headwater.model.OriginTrace;
import org.headwater.model.Polarity;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.model.Status;

/**
 * Assembles findings from statements whose names are resolved and whose ways upstream are traced.
 *
 * <p>Statements of a kind with the same subject meet in one finding; {@link ValueGrouping} sorts them into values and
 * {@link Standings} says how the values stand to each other. A denial is a finding of its own, by the party that denies,
 * and stands beside findings of the kinds that it denies: beside those of its own place where it speaks of one, and where it
 * names none beside those that its own document speaks of, and those on the whole world. Rejected statements are left out.
 *
 * <p>The result depends on the statements only, never on their order. Immutable and safe for use by several threads.
 */
public final class FindingAssembler {
    private final Map<String, Topic> topics;

    private FindingAssembler(List<Topic> topics) {
        this.topics = topics.stream()
                .collect(Collectors.toMap(Topic::kind, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** An assembler for statements of these kinds; statements of other kinds are left out. */
    public static FindingAssembler of(List<Topic> topics) {
        return new FindingAssembler(topics);
    }

    /**
     * Assembles all findings, sorted by number of documents, the most first.
     *
     * @param statements statements with names resolved
     * @param traces the way upstream of each; a statement without one is left out
     * @param documents the documents they stand in; a statement whose document is not among them is left out
     */
    public List<Finding> assemble(List<Statement> statements, List<OriginTrace> traces, List<Document> documents) {
        Map<StatementId, OriginTrace> traceOf =
                traces.stream().collect(Collectors.toMap(OriginTrace::statement, Function.identity(), (a, b) -> a));
        Map<DocumentId, Document> documentOf =
                documents.stream().collect(Collectors.toMap(Document::id, Function.identity(), (a, b) -> a));
        Map<String, List<Claim>> bySubject = new TreeMap<>();
        List<Claim> denials = new ArrayList<>();
        for (Statement statement : statements) {
            Optional<Claim> claim = claim(statement, traceOf, documentOf);
            if (claim.isEmpty()) {
                continue;
            }
            if (claim.get().topic().isDenial() || statement.polarity() == Polarity.DENIES) {
                denials.add(claim.get());
            }
            if (claim.get().topic().isDenial() || statement.polarity() == Polarity.ASSERTS) {
                bySubject
                        .computeIfAbsent(subject(claim.get()), key -> new ArrayList<>())
                        .add(claim.get());
            }
        }
        return bySubject.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue(), denials))
                .sorted(Comparator.comparing((Finding finding) -> -documents(finding))
                        .thenComparing(Finding::kind)
                        .thenComparing(Finding::id))
                .toList();
    }

    private Optional<Claim> claim(
            Statement statement, Map<StatementId, OriginTrace> traceOf, Map<DocumentId, Document> documentOf) {
        Topic topic = topics.get(statement.kind());
        OriginTrace trace = traceOf.get(statement.id());
        Document document = documentOf.get(statement.document());
        if (topic == null || trace == null || document == null || statement.status() == Status.REJECTED) {
            return Optional.empty();
        }
        return Optional.of(Claim.of(topic, statement, document, trace));
    }

    private static int documents(Finding finding) {
        return (int) finding.values().stream()
                .flatMap(value -> value.supports().stream())
                .flatMap(support -> support.carriers().stream())
                .map(Finding.Carrier::document)
                .distinct()
                .count();
    }

    /** The slots that say what a claim speaks about; where none of them is filled, whatever words and names are. */
    private static Map<String, SlotValue> about(Claim claim) {
        Map<String, SlotValue> about = new TreeMap<>();
        claim.topic().about().forEach(slot -> claim.statement().slot(slot).ifPresent(value -> about.put(slot, value)));
        if (about.isEmpty()) {
            claim.statement().slots().forEach((slot, value) -> {
                if (!(value instanceof SlotValue.Count) && !(value instanceof SlotValue.Period)) {
                    about.put(slot, value);
                }
            });
        }
        return about;
    }

    private static String subject(Claim claim) {
        return claim.topic().kind()
                + about(claim).entrySet().stream()
                        .map(entry -> "\n" + entry.getKey() + "=" + SubjectKey.of(entry.getValue()))
                        .collect(Collectors.joining());
    }

    private static Finding finding(String subject, List<Claim> unordered, List<Claim> denials) {
        List<Claim> claims = unordered.stream()
                .sorted(Comparator.comparing((Claim claim) -> claim.statement().id()))
                .toList();
        Standings standings = new Standings(ValueGrouping.of(claims));
        List<Finding.Value> values = new ArrayList<>();
        for (int index = 0; index < standings.ordered().size(); index++) {
            values.add(value(standings.ordered().get(index), standings.standing(index), standings.reason(index)));
        }
        Claim first = claims.get(0);
        return new Finding(
                new FindingId(ContentHash.of(subject).id(FindingId.PREFIX)),
                first.topic().kind(),
                about(first),
                values,
                standings.conflicts(),
                denialsOf(claims, denials));
    }

    private static List<StatementId> denialsOf(List<Claim> claims, List<Claim> denials) {
        Claim first = claims.get(0);
        if (first.topic().isDenial()) {
            return List.of();
        }
        Map<String, SlotValue> about = about(first);
        Set<DocumentId> documents =
                claims.stream().map(claim -> claim.document().id()).collect(Collectors.toSet());
        return denials.stream()
                .filter(denial -> denial.topic().isDenial()
                        ? denial.topic().denies().contains(first.topic().kind()) && meets(denial, about, documents)
                        : subject(denial).equals(subject(first)))
                .sorted(Comparator.comparing((Claim denial) -> denial.document().id())
                        .thenComparing(denial -> denial.statement().span()))
                .map(denial -> denial.statement().id())
                .toList();
    }

    /**
     * Whether a denial answers a claim about this. Who denies "the claims" denies those that stand in the same document,
     * whatever is claimed elsewhere.
     */
    private static boolean meets(Claim denial, Map<String, SlotValue> about, Set<DocumentId> documents) {
        if (denial.topic().places().isEmpty()) {
            return true;
        }
        List<SlotValue.Place> spokenOf = places(about);
        boolean isGeneral = spokenOf.isEmpty() || spokenOf.stream().anyMatch(FindingAssembler::isWorld);
        return places(denial.statement().slots()).stream()
                .anyMatch(one -> isWorld(one)
                        ? isGeneral || documents.contains(denial.document().id())
                        : spokenOf.stream().anyMatch(other -> samePlace(one, other)));
    }

    private static boolean isWorld(SlotValue.Place place) {
        return place.name().equals(SlotValue.Place.WORLD);
    }

    /** Whether they are one place, or one is the country that the other lies in. */
    private static boolean samePlace(SlotValue.Place one, SlotValue.Place other) {
        return SubjectKey.of(one).equals(SubjectKey.of(other))
                || (one.country().isPresent()
                        && one.country().equals(other.country())
                        && (isCountry(one) || isCountry(other)));
    }

    private static boolean isCountry(SlotValue.Place place) {
        return place.country()
                .flatMap(code -> place.id().filter(("iso:" + code)::equals))
                .isPresent();
    }

    private static List<SlotValue.Place> places(Map<String, SlotValue> slots) {
        return slots.values().stream()
                .flatMap(value ->
                        value instanceof SlotValue.Several several ? several.values().stream() : Stream.of(value))
                .filter(SlotValue.Place.class::isInstance)
                .map(SlotValue.Place.class::cast)
                .toList();
    }

    private static Finding.Value value(ValueGroup group, Finding.Standing standing, String reason) {
        Map<OriginId, List<Claim>> byOrigin = new TreeMap<>();
        List<StatementId> circular = new ArrayList<>();
        for (Claim claim : group.claims()) {
            claim.origin()
                    .ifPresentOrElse(
                            origin -> byOrigin.computeIfAbsent(origin.id(), key -> new ArrayList<>())
                                    .add(claim),
                            () -> circular.add(claim.statement().id()));
        }
        List<Finding.Support> supports = byOrigin.values().stream()
                .map(FindingAssembler::support)
                .sorted(Comparator.comparing(
                                (Finding.Support support) -> -support.carriers().size())
                        .thenComparing(support -> support.origin().id()))
                .toList();
        Map<String, SlotValue> slots = slots(group);
        return new Finding.Value(
                slots,
                group.when(slots),
                standing,
                reason,
                supports,
                circular.stream().sorted().toList());
    }

    private static Finding.Support support(List<Claim> claims) {
        Map<DocumentId, List<Claim>> byDocument = new TreeMap<>();
        claims.forEach(claim -> byDocument
                .computeIfAbsent(claim.document().id(), key -> new ArrayList<>())
                .add(claim));
        List<Finding.Carrier> carriers = byDocument.values().stream()
                .sorted(Comparator.comparing((List<Claim> of) -> isFirstHand(of) ? 0 : 1)
                        .thenComparing(of -> of.get(0)
                                .document()
                                .published()
                                .value()
                                .map(date -> date.firstDay().toEpochDay())
                                .orElse(Long.MAX_VALUE))
                        .thenComparing(of -> of.get(0).document().id()))
                .map(of -> new Finding.Carrier(
                        of.get(0).document().id(),
                        of.stream()
                                .map(Claim::statement)
                                .sorted(Comparator.comparing(Statement::span).thenComparing(Statement::id))
                                .map(Statement::id)
                                .toList(),
                        isFirstHand(of)))
                .toList();
        return new Finding.Support(origin(claims), carriers);
    }

    private static boolean isFirstHand(List<Claim> claims) {
        return claims.stream().anyMatch(claim -> claim.trace().ownReporting());
    }

    /** The origin as most of its claims describe it. */
    private static Origin origin(List<Claim> claims) {
        Map<Origin, Long> often = claims.stream()
                .map(claim -> claim.origin().orElseThrow())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return often.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<Origin, Long> entry) -> entry.getValue())
                        .thenComparing(entry -> entry.getKey().kind(), Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().reason(), Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
    }

    private static Map<String, SlotValue> slots(ValueGroup group) {
        Topic topic = group.claims().get(0).topic();
        Map<String, SlotValue> slots = new TreeMap<>();
        for (int rank = 0; rank < topic.figures().size(); rank++) {
            String slot = topic.figures().get(rank);
            group.figure(rank).ifPresent(figure -> slots.put(slot, figure));
        }
        Map<String, Map<String, List<SlotValue>>> others = new TreeMap<>();
        for (Claim claim : group.claims()) {
            claim.statement().slots().forEach((slot, value) -> {
                if (!topic.about().contains(slot) && !topic.figures().contains(slot)) {
                    others.computeIfAbsent(slot, key -> new TreeMap<>())
                            .computeIfAbsent(SubjectKey.of(value), key -> new ArrayList<>())
                            .add(value);
                }
            });
        }
        others.forEach((slot, alike) -> slots.put(
                slot,
                alike.values().stream()
                        .max(Comparator.comparing((List<SlotValue> values) -> values.size()))
                        .orElseThrow()
                        .get(0)));
        return slots;
    }
}
