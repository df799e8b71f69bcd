package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.model.Attribution;
import org.headwater.model.Citation;
import org.headwater.model.CitedOrigin;
import org.headwater.model.Document;
import org.headwater.model.DocumentId;
import org.headwater.model.Entity;
import org.headwater.model.EntityId;
import org.headwater.model.EntityKind;
import org.headwater.model.Origin;
import org.headwater.model.OriginTrace;
import org.headwater.model.Span;
import org.headwater.model.StatementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a document gives as its sources, and who is none. */
class CitedOriginsTest {
    private static final String CLAIM = "that there are sites in the valley";
    private static final String TEXT = "They denied the reports and said " + CLAIM + ". 该河谷有三十七个站点。";
    private static final Map<EntityId, Entity> PARTIES = Stream.of(
                    entity(EntityKind.AGENCY, "Ruritanian Ministry of the Interior"),
                    entity(EntityKind.ORGANISATION, "River Watch"))
            .collect(Collectors.toMap(Entity::id, Function.identity()));

    private final Document document = Made.document("Border Monitor", "2022-09-01", TEXT);

    @Test
    void aPartyIsOneWithoutAnyStatement() {
        List<CitedOrigin> cited = cited(step("River Watch", "the group"), CLAIM);

        assertThat(cited).hasSize(1);
        assertThat(cited.get(0).origin().party()).isEqualTo("River Watch");
        assertThat(cited.get(0).steps())
                .extracting(OriginTrace.Step::reason)
                .containsExactly("cites River Watch (“the group”)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "residents",
                "minister",
                "the embassy",
                "大使馆",
                "Two of the six",
                "two men from the police station",
                "Ruritanian student",
                "Ruritanian media"
            })
    void somebodyWithoutANameIsNone(String name) {
        assertThat(cited(step(name, name), CLAIM)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Border Monitor", "Monitor"})
    void theOutletItselfIsNoneByWhicheverName(String name) {
        assertThat(cited(step(name, "the " + name), CLAIM)).isEmpty();
    }

    @Test
    void whatIsOnlySpokenOfIsNoClaim() {
        assertThat(cited(step("River Watch", "River Watch"), "the reports")).isEmpty();
        assertThat(cited(step("River Watch", "River Watch"), "该河谷有三十七个站点")).hasSize(1);
    }

    @Test
    void aBodyThatSpeaksForItsGovernmentInADocumentDoesSoWhereverItIsCited() {
        String ministry = "Ruritanian Ministry of the Interior";
        Origin government = Parties.origin("Ruritanian government", Origin.Kind.OFFICIAL_ACT, "acts");
        OriginTrace trace = new OriginTrace(
                new StatementId("st_0123456789abcdef0123"),
                Optional.of(government),
                List.of(
                        new OriginTrace.Step("Border Monitor", ministry, Optional.empty(), "cites it"),
                        new OriginTrace.Step(ministry, "Ruritanian government", Optional.empty(), "acts")),
                false);
        List<Citation> citations = List.of(citation(step(ministry, ministry), CLAIM));

        assertThat(origins(citations, Map.of(document.id(), List.of(trace)))).containsExactly(government.id());
        assertThat(origins(citations, Map.of())).doesNotContain(government.id());
    }

    private List<Object> origins(List<Citation> citations, Map<DocumentId, List<OriginTrace>> traces) {
        return OriginTracer.of(PARTIES).cited(List.of(document), citations, traces).stream()
                .<Object>map(each -> each.origin().id())
                .toList();
    }

    private List<CitedOrigin> cited(Attribution.Step speaker, String words) {
        return OriginTracer.of(PARTIES).cited(List.of(document), List.of(citation(speaker, words)), Map.of());
    }

    private Citation citation(Attribution.Step speaker, String words) {
        int begin = TEXT.indexOf(words);
        return new Citation(
                document.id(),
                new Span(begin, begin + words.length()),
                Attribution.outlet("Border Monitor").to(speaker),
                Optional.empty(),
                List.of());
    }

    private static Attribution.Step step(String name, String text) {
        return new Attribution.Step(name, Optional.empty(), text, Attribution.How.REPORT_VERB);
    }

    private static Entity entity(EntityKind kind, String name) {
        return new Entity(
                Entity.idOf(kind, name), kind, name, List.of(new Entity.Alias(name, 1, "as written", false)), false);
    }
}
