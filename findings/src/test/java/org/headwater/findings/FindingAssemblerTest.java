package org.headwater.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.headwater.model.Attribution;
import org.headwater.model.ContentHash;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Finding;
import org.headwater.model.Finding.Standing;
import org.headwater.model.Item;
import org.headwater.model.ItemId;
import org.headwater.model.Known;
import org.headwater.model.Origin;
import org.headwater.model.OriginTrace;
import org.headwater.model.PartialDate;
import org.headwater.model.Polarity;
import org.headwater.model.Sha256;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.Status;
import org.junit.jupiter.api.Test;

class FindingAssemblerTest {
    private static final Topic WELLS = new Topic(
            "well-count",
            List.of("scope"),
            List.of("count", "villages"),
            Optional.of("relation"),
            List.of("as-of"),
            List.of(),
            List.of("scope"));
    private static final Topic DENIAL = new Topic(
            "denial",
            List.of("party"),
            List.of(),
            Optional.empty(),
            List.of("date"),
            List.of("well-count"),
            List.of("place"));

    private final List<Statement> statements = new ArrayList<>();
    private final List<OriginTrace> traces = new ArrayList<>();
    private final Map<DocumentId, Document> documents = new TreeMap<>();

    @Test
    void aLaterFigureOfTheSameOriginIsAnUpdate() {
        wells("a.txt", "2022-09-12", "Water Watch", 40, 12, "");
        wells("b.txt", "2022-12-05", "Water Watch", 90, 31, "");

        Finding finding = only();

        assertThat(finding.current().slots().get("count").text()).isEqualTo("90");
        assertThat(finding.values())
                .extracting(Finding.Value::standing)
                .containsExactly(Standing.CURRENT, Standing.EARLIER);
        assertThat(finding.conflicts()).isEmpty();
        assertThat(finding.origins()).isEqualTo(1);
    }

    @Test
    void sumsShowWhichFigureIsLaterWhereNoDateDoes() {
        wells("a.txt", "", "Water Watch", 90, 31, "total");
        wells("a.txt", "", "Water Watch", 50, 0, "additional");
        wells("b.txt", "", "Water Watch", 40, 12, "");

        Finding finding = only();

        assertThat(finding.values())
                .extracting(Finding.Value::standing)
                .containsExactly(Standing.CURRENT, Standing.EARLIER, Standing.PART);
        assertThat(finding.values().get(1).reason()).isEqualTo("40 and 50 more make 90");
    }

    @Test
    void theSameFigureInDifferentNumbersOfVillagesIsAConflict() {
        wells("a.txt", "2022-09-12", "Water Watch", 40, 12, "");
        wells("b.txt", "2022-09-12", "Water Watch", 40, 12, "");
        wells("c.txt", "2022-09-14", "Water Watch", 40, 9, "");

        Finding finding = only();

        assertThat(finding.values()).hasSize(2);
        assertThat(finding.current().slots().get("villages").text()).isEqualTo("12");
        assertThat(finding.conflicts()).hasSize(1);
        assertThat(finding.conflicts().get(0).reason()).contains("villages", "12", "9");
    }

    @Test
    void twoFiguresOfTwoOriginsForOneDayAreAConflict() {
        wells("a.txt", "2022-09-12", "Water Watch", 40, 0, "");
        wells("b.txt", "2022-09-12", "River Office", 44, 0, "");

        assertThat(only().conflicts())
                .extracting(Finding.Conflict::reason)
                .containsExactly("two figures for the same time");
    }

    @Test
    void aVagueFigureOfTheSameOriginJoinsTheExactOneItAllows() {
        wells("a.txt", "2022-12-05", "Water Watch", 90, 0, "");
        add("b.txt", "2022-12-06", "Water Watch", Map.of("count", SlotValue.Count.atLeast(81, "more than 80")));

        Finding finding = only();

        assertThat(finding.values()).hasSize(1);
        assertThat(finding.current().documents()).isEqualTo(2);
    }

    @Test
    void aVagueFigureOfAnotherOriginStandsAlone() {
        wells("a.txt", "2022-12-05", "Water Watch", 90, 0, "");
        add("b.txt", "2022-12-06", "River Office", Map.of("count", SlotValue.Count.atLeast(81, "more than 80")));

        assertThat(only().values())
                .extracting(Finding.Value::standing)
                .containsExactly(Standing.CURRENT, Standing.ASIDE);
    }

    @Test
    void aFigureWithoutACountJoinsTheValueItFits() {
        wells("a.txt", "2022-12-05", "Water Watch", 90, 31, "");
        add("b.txt", "2022-12-06", "Water Watch", Map.of("villages", SlotValue.Count.exactly(31, "31")));

        assertThat(only().values()).hasSize(1);
    }

    @Test
    void aFigureOfOneLateDocumentThatStatesNoTimeReplacesNothing() {
        for (int i = 0; i < 5; i++) {
            wells("a" + i + ".txt", "2022-09-1" + i, "Water Watch", 40, 0, "");
        }
        wells("b.txt", "2022-12-05", "River Office", 7, 0, "");

        Finding finding = only();

        assertThat(finding.current().slots().get("count").text()).isEqualTo("40");
        assertThat(finding.values().get(1).standing()).isEqualTo(Standing.ASIDE);
        assertThat(finding.conflicts()).isEmpty();
    }

    @Test
    void aFurtherFigureThatTheSameDocumentGivesAloneCompletesTheLeadingOne() {
        wells("a.txt", "", "Water Watch", 90, 0, "");
        add("a.txt", "", "Water Watch", Map.of("villages", SlotValue.Count.exactly(31, "31")));

        assertThat(only().values()).hasSize(1);
        assertThat(only().current().slots()).containsKeys("count", "villages");
    }

    @Test
    void twoFiguresThatOneDocumentGivesFromOneOriginDoNotContradict() {
        wells("a.txt", "", "Water Watch", 90, 31, "");
        wells("a.txt", "", "Water Watch", 21, 0, "");

        assertThat(only().conflicts()).isEmpty();
        assertThat(only().values().get(1).standing()).isEqualTo(Standing.ASIDE);
    }

    @Test
    void statementsWithoutFiguresAreOneValueAndContradictNothing() {
        wells("a.txt", "2022-12-05", "Water Watch", 90, 31, "");
        add("b.txt", "2022-12-06", "Water Watch", Map.of());
        add("c.txt", "2022-12-07", "River Office", Map.of());

        assertThat(only().values())
                .extracting(Finding.Value::standing)
                .containsExactly(Standing.CURRENT, Standing.ASIDE);
        assertThat(only().values().get(1).documents()).isEqualTo(2);
    }

    @Test
    void aDenialStandsBesideWhatItDenies() {
        SlotValue.Place norway = place("Norway", "iso:NO");
        SlotValue.Place oslo = place("Oslo", "geonames:1");
        SlotValue.Place bergen = place("Bergen", "geonames:2");
        wellsAt(norway, 40);
        wellsAt(oslo, 3);
        wellsAt(bergen, 2);
        Statement everywhere = denial(Map.of("place", SlotValue.Place.world("")));
        Statement country = denial(Map.of("place", norway));
        Statement city = denial(Map.of("place", bergen));
        Statement nowhere = denial(Map.of());

        assertThat(denialsOf("Oslo")).containsExactly(country.id());
        assertThat(denialsOf("Bergen")).containsExactlyInAnyOrder(country.id(), city.id());
        assertThat(denialsOf("Norway"))
                .containsExactlyInAnyOrder(country.id(), city.id())
                .doesNotContain(everywhere.id(), nowhere.id());
    }

    @Test
    void aDenialThatNamesNoPlaceAnswersWhatItsDocumentSays() {
        wellsAt(place("Oslo", "geonames:1"), 3);
        Map<String, SlotValue> slots =
                Map.of("scope", place("Bergen", "geonames:2"), "count", SlotValue.Count.exactly(2, "2"));
        put(statement("c.txt", "well-count", slots, statements.size()), "2022-12-05", "Water Watch");
        Map<String, SlotValue> world =
                Map.of("scope", SlotValue.Place.world("worldwide"), "count", SlotValue.Count.exactly(50, "50"));
        put(statement("a.txt", "well-count", world, statements.size()), "2022-12-05", "Water Watch");
        Statement general = denial(Map.of("place", SlotValue.Place.world("")));

        assertThat(denialsOf("Bergen")).containsExactly(general.id());
        assertThat(denialsOf("Oslo")).isEmpty();
        assertThat(denialsOf(SlotValue.Place.WORLD)).containsExactly(general.id());
    }

    private static SlotValue.Place place(String name, String id) {
        return new SlotValue.Place(name, Optional.of("NO"), Optional.of(id), name);
    }

    private void wellsAt(SlotValue.Place place, int count) {
        Map<String, SlotValue> slots = Map.of("scope", place, "count", SlotValue.Count.exactly(count, "" + count));
        put(statement("a.txt", "well-count", slots, statements.size()), "2022-12-05", "Water Watch");
    }

    private Statement denial(Map<String, SlotValue> place) {
        Map<String, SlotValue> slots = new TreeMap<>(place);
        slots.put("party", new SlotValue.Party("River Office", Optional.empty(), ""));
        Statement denial = statement("c.txt", "denial", slots, statements.size());
        put(denial, "2022-12-07", "River Office");
        return denial;
    }

    private List<org.headwater.model.StatementId> denialsOf(String scope) {
        return findings().stream()
                .filter(finding -> finding.kind().equals("well-count"))
                .filter(finding -> finding.about().get("scope") instanceof SlotValue.Place place
                        && place.name().equals(scope))
                .flatMap(finding -> finding.denials().stream())
                .toList();
    }

    @Test
    void aRejectedStatementIsLeftOut() {
        Statement statement = wells("a.txt", "2022-12-05", "Water Watch", 90, 31, "");
        statements.set(0, statement.withStatus(Status.REJECTED));

        assertThat(findings()).isEmpty();
    }

    @Test
    void aCircularStatementRestsOnNothing() {
        Statement statement = wells("a.txt", "2022-12-05", "Water Watch", 90, 31, "");
        traces.set(0, new OriginTrace(statement.id(), Optional.empty(), List.of(), false));

        Finding finding = only();

        assertThat(finding.origins()).isZero();
        assertThat(finding.current().circular()).containsExactly(statement.id());
    }

    @Property(tries = 60)
    void theOrderOfStatementsNeverMatters(@ForAll long seed) {
        Random random = new Random(seed);
        String[] origins = {"Water Watch", "River Office", "Dike Board"};
        String[] relations = {"", "", "total", "additional", "part"};
        for (int i = 0; i < 24; i++) {
            wells(
                    "d" + random.nextInt(8) + ".txt",
                    random.nextInt(4) == 0 ? "" : "2022-" + (10 + random.nextInt(3)) + "-" + (10 + random.nextInt(9)),
                    origins[random.nextInt(3)],
                    10 * (1 + random.nextInt(5)),
                    random.nextInt(3),
                    relations[random.nextInt(5)],
                    i);
        }
        List<Finding> before = findings();
        Collections.shuffle(statements, random);
        Collections.shuffle(traces, random);

        assertThat(findings()).isEqualTo(before);
        statements.clear();
        traces.clear();
        documents.clear();
    }

    private Finding only() {
        List<Finding> findings = findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private List<Finding> findings() {
        return FindingAssembler.of(List.of(WELLS, DENIAL))
                .assemble(statements, traces, List.copyOf(documents.values()));
    }

    private Statement wells(String file, String published, String origin, int count, int villages, String relation) {
        return wells(file, published, origin, count, villages, relation, statements.size());
    }

    private Statement wells(
            String file, String published, String origin, int count, int villages, String relation, int place) {
        Map<String, SlotValue> slots = new TreeMap<>();
        slots.put("scope", SlotValue.Place.world(""));
        slots.put("count", SlotValue.Count.exactly(count, "" + count));
        if (villages > 0) {
            slots.put("villages", SlotValue.Count.exactly(villages, "" + villages));
        }
        if (!relation.isEmpty()) {
            slots.put("relation", new SlotValue.Word(relation, relation));
        }
        Statement statement = statement(file, "well-count", slots, place);
        put(statement, published, origin);
        return statement;
    }

    private void add(String file, String published, String origin, Map<String, SlotValue> figures) {
        Map<String, SlotValue> slots = new TreeMap<>(figures);
        slots.put("scope", SlotValue.Place.world(""));
        put(statement(file, "well-count", slots, statements.size()), published, origin);
    }

    private static Statement statement(String file, String kind, Map<String, SlotValue> slots, int place) {
        Span span = new Span(10 * place, 10 * place + 5);
        DocumentId document = documentId(file);
        return new Statement(
                Statement.idOf(document, kind, Polarity.ASSERTS, span, slots),
                document,
                file,
                kind,
                Polarity.ASSERTS,
                span,
                "wells",
                slots,
                Attribution.outlet(file),
                List.of(),
                Status.PROPOSED,
                "test");
    }

    private static DocumentId documentId(String file) {
        return Document.idOf(itemId(file), "", "text@1");
    }

    private static ItemId itemId(String file) {
        return Item.idOf(Sha256.of(ContentHash.sha256().digest(file.getBytes(StandardCharsets.UTF_8))));
    }

    private void put(Statement statement, String published, String origin) {
        statements.add(statement);
        traces.add(new OriginTrace(
                statement.id(),
                Optional.of(
                        new Origin(Origin.idOf(origin), origin, Origin.Kind.OWN_INVESTIGATION, "it looked for itself")),
                List.of(),
                false));
        documents.putIfAbsent(
                statement.document(),
                new Document(
                        statement.document(),
                        itemId(statement.file()),
                        statement.file(),
                        "",
                        "",
                        Known.unknown(),
                        Known.unknown(),
                        Known.unknown(),
                        published.isEmpty() ? Known.unknown() : Known.of(PartialDate.parse(published), "test"),
                        Known.unknown(),
                        Known.unknown(),
                        "text@1"));
    }
}
