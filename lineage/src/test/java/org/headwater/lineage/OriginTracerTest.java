package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.headwater.model.Attribution;
import org.headwater.model.Document;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.EntityKind;
import org.headwater.model.Origin;
import org.headwater.model.OriginTrace;
import org.headwater.model.Statement;
import org.junit.jupiter.api.Test;

class OriginTracerTest {
    private static final String CLAIM = "There are 37 sites in the valley.";

    private final Random random = new Random(11);

    @Test
    void aNamedPartyIsTheOriginWhereverItIsCited() {
        Document one = article("The Courier", "2022-09-01", CLAIM);
        Document two = article("Valley News", "2022-09-02", CLAIM);
        List<OriginTrace> traces = trace(
                List.of(one, two),
                List.of(said(one, "River Watch"), said(two, "Guardians of the River")),
                entity(EntityKind.ORGANISATION, "River Watch", "Guardians of the River"));
        assertThat(traces)
                .extracting(trace -> trace.origin().orElseThrow().party())
                .containsExactly("River Watch", "River Watch");
        assertThat(traces).extracting(OriginTrace::ownReporting).containsOnly(false);
    }

    @Test
    void theKindOfAnOriginFollowsFromWhatThePartyIs() {
        assertThat(kindOf(EntityKind.AGENCY, "Harbour Office")).isEqualTo(Origin.Kind.OFFICIAL_STATEMENT);
        assertThat(kindOf(EntityKind.PERSON, "Ana Example")).isEqualTo(Origin.Kind.TESTIMONY);
        assertThat(kindOf(EntityKind.ORGANISATION, "River Watch")).isEqualTo(Origin.Kind.OWN_INVESTIGATION);
        assertThat(kindOf(EntityKind.PUBLICATION, "Treaty of the Fords")).isEqualTo(Origin.Kind.PRIMARY_DOCUMENT);
    }

    @Test
    void aReprintHasTheOriginOfItsSource() {
        List<String> sentences = Made.sentences(random, 12);
        sentences.add(4, "A guard told The Courier that there are 37 sites.");
        Document source = Made.document("The Courier", "2022-09-01", Made.article(sentences));
        Document reprint = Made.document("Valley News", "2022-09-03", Made.article(sentences));
        List<OriginTrace> traces = trace(
                List.of(source, reprint),
                List.of(
                        Made.sites(source, sentences.get(4), 37, Attribution.outlet("The Courier")),
                        Made.sites(reprint, sentences.get(4), 37, Attribution.outlet("Valley News"))));
        assertThat(traces)
                .extracting(trace -> trace.origin().orElseThrow().party())
                .containsOnly("The Courier");
        OriginTrace copy = of(reprint, traces);
        assertThat(copy.ownReporting()).isFalse();
        assertThat(copy.steps().get(0).document()).contains(source.id());
        assertThat(copy.steps().get(0).reason()).startsWith("reprint of The Courier: 100 % of its words");
        assertThat(of(source, traces).ownReporting()).isTrue();
    }

    @Test
    void anArticleThatRestsOnOnePartyRestsOnItWhereItNamesNobody() {
        List<String> sentences = Made.sentences(random, 9);
        sentences.addAll(List.of("There are 3 by the lake.", "There are 4 by the hill.", "There are 5 by the ford."));
        Document article = Made.document("Valley News", "2022-09-03", Made.article(sentences));
        Statement one = Made.sites(article, sentences.get(9), 3, Made.saidBy("Valley News", "River Watch"));
        Statement two = Made.sites(article, sentences.get(10), 4, Made.saidBy("Valley News", "River Watch"));
        Statement unsaid = Made.sites(article, sentences.get(11), 5, Attribution.outlet("Valley News"));
        assertThat(party(unsaid, trace(List.of(article), List.of(one, two, unsaid))))
                .isEqualTo("River Watch");

        Statement another = Made.sites(article, sentences.get(10), 4, Made.saidBy("Valley News", "Lake Watch"));
        assertThat(party(unsaid, trace(List.of(article), List.of(one, another, unsaid))))
                .isEqualTo("Valley News");
    }

    private static String party(Statement statement, List<OriginTrace> traces) {
        return traces.stream()
                .filter(trace -> trace.statement().equals(statement.id()))
                .map(trace -> trace.origin().orElseThrow().party())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoSharesAQuotationHasNotCopied() {
        String claim = "There are 37 sites by the lake.";
        String quote = "“" + String.join(" ", Made.sentences(random, 2)) + " " + claim + "”";
        Document one =
                Made.document("The Courier", "2022-09-01", quote + " " + Made.article(Made.sentences(random, 6)));
        Document other =
                Made.document("Valley News", "2022-09-03", Made.article(Made.sentences(random, 6)) + " " + quote);
        List<OriginTrace> traces = trace(
                List.of(one, other),
                List.of(
                        Made.sites(one, claim, 37, Attribution.outlet("The Courier")),
                        Made.sites(other, claim, 37, Attribution.outlet("Valley News"))));
        assertThat(traces)
                .extracting(trace -> trace.origin().orElseThrow().party())
                .containsExactlyInAnyOrder("The Courier", "Valley News");
    }

    @Test
    void whatAReprintAddsIsItsOwn() {
        List<String> sentences = Made.sentences(random, 12);
        Document source = Made.document("The Courier", "2022-09-01", Made.article(sentences));
        List<String> more = new ArrayList<>(sentences);
        more.add("In the harbour we counted 37 sites ourselves on Monday before the rain set in.");
        Document reprint = Made.document("Valley News", "2022-09-03", Made.article(more));
        List<OriginTrace> traces = trace(
                List.of(source, reprint),
                List.of(Made.sites(reprint, more.get(12), 37, Attribution.outlet("Valley News"))));
        assertThat(traces.get(0).origin().orElseThrow().party()).isEqualTo("Valley News");
        assertThat(traces.get(0).origin().orElseThrow().kind()).isEqualTo(Origin.Kind.OWN_INVESTIGATION);
    }

    @Test
    void aCitedOutletIsFollowedIntoItsArticle() {
        Document cited = article("The Courier", "2022-09-01", CLAIM);
        Document citing = article("Valley News", "2022-09-02", CLAIM);
        List<OriginTrace> traces =
                trace(List.of(cited, citing), List.of(said(cited, "River Watch"), said(citing, "The Courier")));
        OriginTrace trace = of(citing, traces);
        assertThat(trace.origin().orElseThrow().party()).isEqualTo("River Watch");
        assertThat(trace.steps())
                .extracting(OriginTrace.Step::to)
                .containsExactly("The Courier", "The Courier", "River Watch", "River Watch");
    }

    @Test
    void aCitedOutletThatIsNotInTheCaseIsAnOrigin() {
        Document citing = article("Valley News", "2022-09-02", CLAIM);
        OriginTrace trace =
                trace(List.of(citing), List.of(said(citing, "The Courier"))).get(0);
        assertThat(trace.origin().orElseThrow().id()).isEqualTo(Origin.idOf("The Courier"));
    }

    @Test
    void outletsThatCiteEachOtherHaveNoOrigin() {
        Document one = article("The Courier", "2022-09-01", CLAIM);
        Document two = article("Valley News", "2022-09-02", CLAIM);
        List<OriginTrace> traces =
                trace(List.of(one, two), List.of(said(one, "Valley News"), said(two, "The Courier")));
        assertThat(traces).allMatch(trace -> trace.origin().isEmpty());
        assertThat(traces)
                .allMatch(trace ->
                        trace.steps().get(trace.steps().size() - 1).reason().startsWith("circular"));
    }

    @Test
    void aSentenceWithoutSpeakerGoesToTheOnePartyThatTheArticleNamesForTheClaim() {
        String named = "Thirty-seven sites are run in all, River Watch said.";
        Document document =
                Made.document("Valley News", "2022-09-02", CLAIM + " " + named + " " + Made.sentence(random));
        List<OriginTrace> traces = trace(
                List.of(document),
                List.of(
                        Made.sites(document, CLAIM, 37, Attribution.outlet("Valley News")),
                        Made.sites(document, named, 37, Made.saidBy("Valley News", "River Watch"))));
        assertThat(traces)
                .extracting(trace -> trace.origin().orElseThrow().party())
                .containsOnly("River Watch");
    }

    @Test
    void nobodyNamedLeavesTheOutletWithoutSource() {
        Document document = article("Valley News", "2022-09-02", CLAIM);
        Statement statement = Made.sites(document, CLAIM, 37, Made.saidBy("Valley News", "sources"));
        Origin origin =
                trace(List.of(document), List.of(statement)).get(0).origin().orElseThrow();
        assertThat(origin.party()).isEqualTo("Valley News");
        assertThat(origin.kind()).isEqualTo(Origin.Kind.UNSOURCED);
    }

    @Test
    void aSpeakerWhoToldTheOutletSpeaksFirstHand() {
        Document document = article("Valley News", "2022-09-02", CLAIM);
        Attribution told = Attribution.outlet("Valley News")
                .to(new Attribution.Step("Valley News", Optional.empty(), "us", Attribution.How.TOLD))
                .to(new Attribution.Step("Ana Example", Optional.empty(), "she", Attribution.How.REPORT_VERB));
        OriginTrace trace = trace(
                        List.of(document),
                        List.of(Made.sites(document, CLAIM, 37, told)),
                        entity(EntityKind.PERSON, "Ana Example", "Ms Example"))
                .get(0);
        assertThat(trace.ownReporting()).isTrue();
        assertThat(trace.origin().orElseThrow().kind()).isEqualTo(Origin.Kind.TESTIMONY);
    }

    @Test
    void aStatementOfAnUnknownDocumentIsRefused() {
        Document document = article("Valley News", "2022-09-02", CLAIM);
        assertThatThrownBy(() -> trace(List.of(), List.of(said(document, "River Watch"))))
                .hasMessageContaining("its document " + document.id() + " is not given");
    }

    private Origin.Kind kindOf(EntityKind kind, String name) {
        Document document = article("Valley News", "2022-09-02", CLAIM);
        return trace(List.of(document), List.of(said(document, name)), entity(kind, name, name))
                .get(0)
                .origin()
                .orElseThrow()
                .kind();
    }

    private Document article(String outlet, String published, String claim) {
        List<String> sentences = Made.sentences(random, 8);
        sentences.add(3, claim);
        return Made.document(outlet, published, Made.article(sentences));
    }

    private static Statement said(Document document, String party) {
        return Made.sites(document, CLAIM, 37, Made.saidBy(document.outlet().orElse(""), party));
    }

    private static Map<EntityId, Entity> entity(EntityKind kind, String name, String alias) {
        EntityId id = Entity.idOf(kind, name);
        return Map.of(
                id,
                new Entity(
                        id,
                        kind,
                        name,
                        List.of(
                                new Entity.Alias(name, 1, "as written", false),
                                new Entity.Alias(alias, 1, "synonym", false)),
                        false));
    }

    private static OriginTrace of(Document document, List<OriginTrace> traces) {
        return traces.stream()
                .filter(trace ->
                        trace.steps().get(0).from().equals(document.outlet().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private static List<OriginTrace> trace(List<Document> documents, List<Statement> statements) {
        return trace(documents, statements, Map.of());
    }

    private static List<OriginTrace> trace(
            List<Document> documents, List<Statement> statements, Map<EntityId, Entity> entities) {
        return OriginTracer.of(entities)
                .trace(
                        documents,
                        statements,
                        DerivationFinder.of(ReuseSettings.usual()).find(documents));
    }
}
