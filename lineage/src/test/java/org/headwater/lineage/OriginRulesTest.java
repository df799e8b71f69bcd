package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.model.Attribution;
import org.headwater.model.Citation;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.EntityKind;
import org.headwater.model.Origin;
import org.headwater.model.OriginTrace;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which parties are one origin, which are none, and of what kind they are. */
class OriginRulesTest {
    private static final String CLAIM = "There are 37 sites in the valley.";
    private static final Map<EntityId, Entity> PARTIES = Stream.of(
                    entity(EntityKind.AGENCY, "Ruritanian government"),
                    entity(EntityKind.AGENCY, "Ruritanian Ministry of Foreign Affairs", "Ruritanian Foreign Minister"),
                    entity(EntityKind.AGENCY, "Ruritanian Ministry of the Interior", "Ruritanian Interior Minister"),
                    entity(EntityKind.PERSON, "Ana Example"),
                    entity(EntityKind.ORGANISATION, "River Watch"))
            .collect(Collectors.toMap(Entity::id, Function.identity()));

    private final Random random = new Random(5);

    @ParameterizedTest
    @CsvSource({
        "River Watch, REPORT_VERB, OWN_INVESTIGATION",
        "Ana Example, REPORT_VERB, TESTIMONY",
        "Ruritanian Ministry of the Interior, REPORT_VERB, OFFICIAL_STATEMENT",
        "Ruritanian Ministry of the Interior, ACTOR, OFFICIAL_ACT",
        "port authority records, ACCORDING_TO, DATA",
        "court documents, ACCORDING_TO, PRIMARY_DOCUMENT",
        "sources, ACCORDING_TO, UNSOURCED",
        "the latest report, ACCORDING_TO, UNSOURCED",
        "residents, REPORT_VERB, UNSOURCED"
    })
    void anOriginIsOfTheKindOfItsKnowledge(String name, Attribution.How how, Origin.Kind kind) {
        assertThat(origin(said(article("Valley News"), name, name, how)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ruritanian government",
                "Ruritanian Ministry of Foreign Affairs",
                "Ruritanian embassy in Port City",
                "Ruritanian Foreign Minister"
            })
    void whoSpeaksForAGovernmentIsThatGovernment(String name) {
        Origin origin = origin(said(article("Valley News"), name, name, Attribution.How.REPORT_VERB));
        assertThat(origin.party()).isEqualTo("Ruritanian government");
    }

    @ParameterizedTest
    @ValueSource(strings = {"embajada de Ruritania en Port City", "Ruritania大使馆", "Ruritania外交大臣胡"})
    void whoSpeaksForAGovernmentIsThatGovernmentInOtherLanguagesToo(String name) {
        Document document = article("Valley News");
        Statement statement = said(document, name, name, Attribution.How.REPORT_VERB);
        assertThat(traced(document, statement).party()).isEqualTo("Ruritanian government");
    }

    @Test
    void aHeadlineIsNobodyWhoCites() {
        Document document = article("");
        Statement statement = Made.sites(
                document,
                CLAIM,
                37,
                Attribution.outlet("Sites found in the valley")
                        .to(step("River Watch", "the group", Attribution.How.REPORT_VERB)));
        assertThat(trace(List.of(document), List.of(statement), List.of())
                        .get(0)
                        .steps())
                .extracting(OriginTrace.Step::from)
                .doesNotContain("Sites found in the valley");
    }

    @Test
    void theSiteAndTheSortOfAPartyAreTheParty() {
        for (String name :
                List.of("River Watch’s website", "NGO River Watch", "Lakeland-based rights group River Watch")) {
            assertThat(origin(said(article("Valley News"), name, name, Attribution.How.REPORT_VERB))
                            .party())
                    .isEqualTo("River Watch");
        }
    }

    @Test
    void aMinisterSpeaksForTheMinistryWhereverTheArticleNamesThem() {
        Document document = article("Valley News");
        Statement first =
                said(document, "Bea Sample", "Ruritanian Interior Minister Bea Sample", Attribution.How.REPORT_VERB);
        Statement later = said(document, "Bea Sample", "she", Attribution.How.REPORT_VERB);
        assertThat(trace(List.of(document), List.of(first, later), List.of()))
                .extracting(trace -> trace.origin().orElseThrow().party())
                .containsOnly("Ruritanian Ministry of the Interior");
    }

    @Test
    void somebodyWithoutANameIsHeardThroughWhomTheyTold() {
        Document document = article("Valley News");
        Attribution told = Attribution.outlet("Valley News")
                .to(step("The Courier", "told The Courier", Attribution.How.TOLD))
                .to(step("member", "a member of the club", Attribution.How.REPORT_VERB));
        Statement statement = said(document, "member", "a member of the club", Attribution.How.REPORT_VERB);
        Citation citation = new Citation(document.id(), statement.span(), told, Optional.empty(), List.of());
        assertThat(trace(List.of(document), List.of(statement), List.of(citation))
                        .get(0)
                        .origin()
                        .orElseThrow())
                .extracting(Origin::party, Origin::kind)
                .containsExactly("The Courier", Origin.Kind.OWN_INVESTIGATION);
        assertThat(origin(statement))
                .extracting(Origin::party, Origin::kind)
                .containsExactly("Valley News", Origin.Kind.UNSOURCED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The figures come from a joint investigation by The Courier and Lake Radio.",
                "The Courier and its partner Lake Radio counted the sites in a long investigation.",
                "We investigated this together with Lake Radio over four months.",
                "The Courier and Lake Radio jointly investigated the sites."
            })
    void newsroomsThatInvestigateTogetherAreOneOrigin(String words) {
        Document courier = article("The Courier", words);
        Document other = article("Valley News");
        List<Statement> statements = List.of(
                said(other, "The Courier", "The Courier", Attribution.How.REPORT_VERB),
                said(article("Hill Herald"), "Lake Radio", "Lake Radio", Attribution.How.REPORT_VERB));
        List<Document> documents = List.of(courier, other, documentOf(statements.get(1)));
        assertThat(trace(documents, statements, List.of()))
                .extracting(trace -> trace.origin().orElseThrow().party())
                .containsOnly("Lake Radio and The Courier");
        assertThat(trace(List.of(other, documentOf(statements.get(1))), statements, List.of()))
                .extracting(trace -> trace.origin().orElseThrow().party())
                .containsExactlyInAnyOrder("The Courier", "Lake Radio");
    }

    @Test
    void newsroomsInOneSentenceAreNotOneForThat() {
        Document both = article("Hill Herald", "The Courier and Lake Radio each reported on the police of the valley.");
        Document other = article("Valley News");
        List<Statement> statements = List.of(
                said(other, "The Courier", "The Courier", Attribution.How.REPORT_VERB),
                said(both, "Lake Radio", "Lake Radio", Attribution.How.REPORT_VERB));
        assertThat(trace(List.of(both, other), statements, List.of()))
                .extracting(trace -> trace.origin().orElseThrow().party())
                .containsExactlyInAnyOrder("The Courier", "Lake Radio");
    }

    @ParameterizedTest
    @CsvSource({
        "Lakeland and Ruritanian governments, ACTOR",
        "Ruritanian prosecutor, REPORT_VERB",
        "the foreign ministry, REPORT_VERB",
        "Ruritanian government, ACTOR"
    })
    void whoeverSpeaksOfAStatesOwnActIsThatState(String name, Attribution.How how) {
        Document document = article("Valley News");
        Statement act = act(said(document, name, name, how), "Ruritanian government", List.of());
        assertThat(traced(document, act).party()).isEqualTo("Ruritanian government");
    }

    @Test
    void anotherStateIsAnOriginOfItsOwn() {
        Document document = article("Valley News");
        Statement told = act(
                said(document, "Lakeland government", "Lakeland", Attribution.How.REPORT_VERB),
                "Ruritanian government",
                List.of());
        assertThat(traced(document, told).party()).isEqualTo("Lakeland government");
    }

    @Test
    void anActIsAllegedOnlyByADoubtThatStandsBeforeIt() {
        Document document = article("Valley News");
        Statement act = said(document, "Ruritanian government", "Ruritania", Attribution.How.ACTOR);
        assertThat(traced(document, act(act, "Ruritanian government", List.of("valley")))
                        .kind())
                .isEqualTo(Origin.Kind.OFFICIAL_ACT);
        assertThat(traced(document, act(act, "Ruritanian government", List.of("There")))
                        .kind())
                .isEqualTo(Origin.Kind.UNSOURCED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Una ONG", "an NGO", "eine Organisation", "一个人权组织"})
    void aDescriptionIsNobody(String words) {
        Document document = article("Valley News");
        Statement headline = said(document, words, words, Attribution.How.REPORT_VERB);
        Statement named = Made.sites(
                document,
                "There are 37 sites",
                37 + words.length(),
                Attribution.outlet("Valley News").to(step("River Watch", "It", Attribution.How.REPORT_VERB)));
        assertThat(trace(List.of(document), List.of(headline, named), List.of()))
                .extracting(trace -> trace.origin().orElseThrow().party())
                .containsOnly("River Watch");
    }

    @Test
    void aPlaceThatHasSitesIsNoSourceOfThat() {
        Document document = article("Valley News");
        Statement statement = said(document, "Ruritanian government", "Ruritania", Attribution.How.ACTOR);
        Map<String, SlotValue> slots = new TreeMap<>(statement.slots());
        slots.put("scope", new SlotValue.Place("Ruritania", Optional.of("RU"), Optional.empty(), "Ruritania"));
        assertThat(traced(document, statement.withSlots(slots)).party()).isEqualTo("Valley News");
    }

    @Test
    void aDocumentWithoutOutletIsNotCalledByItsHeadline() {
        Document document = article("");
        Statement statement = Made.sites(document, CLAIM, 37, Attribution.outlet("Fwd: the valley"));
        assertThat(origin(statement).party()).isEqualTo("a document without outlet (.txt)");
    }

    /** The claim as a state's act: the order in it is the word "sites". */
    private static Statement act(Statement claim, String actor, List<String> doubts) {
        Map<String, SlotValue> slots = new TreeMap<>(claim.slots());
        slots.put("actor", new SlotValue.Party(actor, Optional.empty(), "of them"));
        slots.put("action", new SlotValue.Word("orders", "sites"));
        slots.put("scope", new SlotValue.Place("Ruritania", Optional.of("RU"), Optional.empty(), "here"));
        return new Statement(
                claim.id(),
                claim.document(),
                claim.file(),
                claim.kind(),
                claim.polarity(),
                claim.span(),
                claim.quote(),
                slots,
                claim.attribution(),
                doubts,
                claim.status(),
                claim.by());
    }

    private static Origin traced(Document document, Statement statement) {
        return OriginTracer.of(PARTIES, new TwoStates())
                .trace(List.of(document), List.of(statement), List.of())
                .get(0)
                .origin()
                .orElseThrow();
    }

    /** Ruritania and Lakeland. */
    private static final class TwoStates implements StateNames {
        private static final Map<String, String> NAMES = Map.of("Lakeland", "LK", "Ruritania", "RU");

        @Override
        public List<String> countries(String party) {
            return NAMES.keySet().stream()
                    .sorted()
                    .filter(party::contains)
                    .map(NAMES::get)
                    .toList();
        }

        @Override
        public boolean isUnplaced(String party) {
            return party.equals("the foreign ministry");
        }

        @Override
        public String government(String country) {
            return country.equals("RU") ? "Ruritanian government" : "Lakeland government";
        }
    }

    private Origin origin(Statement statement) {
        return trace(List.of(documentOf(statement)), List.of(statement), List.of())
                .get(0)
                .origin()
                .orElseThrow();
    }

    private final Map<DocumentId, Document> made = new HashMap<>();

    private Document documentOf(Statement statement) {
        return made.get(statement.document());
    }

    private Document article(String outlet, String... more) {
        List<String> sentences = Made.sentences(random, 8);
        sentences.add(3, CLAIM);
        sentences.addAll(List.of(more));
        Document document = Made.document(outlet, "2022-09-01", Made.article(sentences));
        made.put(document.id(), document);
        return document;
    }

    private static Attribution.Step step(String name, String text, Attribution.How how) {
        return new Attribution.Step(name, Optional.empty(), text, how);
    }

    private static Statement said(Document document, String party, String text, Attribution.How how) {
        String outlet = document.outlet().orElse("");
        return Made.sites(
                document, CLAIM, 37 + text.length(), Attribution.outlet(outlet).to(step(party, text, how)));
    }

    private static Entity entity(EntityKind kind, String name, String... aliases) {
        List<Entity.Alias> all = Stream.concat(Stream.of(name), Stream.of(aliases))
                .map(alias -> new Entity.Alias(alias, 1, "as written", false))
                .toList();
        return new Entity(Entity.idOf(kind, name), kind, name, all, false);
    }

    private static List<OriginTrace> trace(
            Collection<Document> documents, Collection<Statement> statements, Collection<Citation> citations) {
        return OriginTracer.of(PARTIES).trace(documents, statements, List.of(), citations);
    }
}
