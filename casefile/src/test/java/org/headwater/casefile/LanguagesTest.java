package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.headwater.model.Finding;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The articles of samples/languages, read into a case, against what a person found in them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguagesTest {
    private static final Path SAMPLES = Path.of("..", "samples", "languages");
    private static final CaseSettings SETTINGS =
            CaseSettings.usual(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), "analyst");

    @TempDir
    static Path folder;

    private Case articles;
    private CaseView view;

    @BeforeAll
    void read() throws Exception {
        articles = Case.openOrCreate(folder.resolve("languages.case"), SETTINGS);
        articles.read(List.of(SAMPLES.resolve("articles")), ReadListener.silent());
        view = articles.view();
    }

    @AfterAll
    void close() throws Exception {
        articles.close();
    }

    private List<Statement> statementsOf(String name) {
        return view.statements().values().stream()
                .filter(statement -> statement.file().equals(name + ".txt"))
                .toList();
    }

    private GoldScore score(String... names) throws Exception {
        List<GoldScore> scores = new ArrayList<>();
        for (String name : names) {
            scores.add(GoldScore.of(SAMPLES.resolve("gold").resolve(name + ".gold.jsonl"), statementsOf(name)));
        }
        return scores.stream().reduce(GoldScore::and).orElseThrow();
    }

    @Test
    void chineseIsReadInFull() throws Exception {
        GoldScore score = score("zh-hans-beigang-guancha", "zh-hant-haixia-zhoukan", "zh-hans-dongzhou-pinglun");
        assertThat(score.f1()).as(String.join("\n", score.misses())).isGreaterThanOrEqualTo(0.75);
        assertThat(score.speakers()).as(String.join("\n", score.misses())).isGreaterThanOrEqualTo(0.75);
        assertThat(statementsOf("zh-hans-beigang-guancha")).noneMatch(Statement::isSkimmed);
    }

    @Test
    void spanishIsReadInFull() throws Exception {
        GoldScore score = score("es-el-faro-de-la-ria", "es-la-voz-del-puerto", "es-cronica-del-estrecho");
        assertThat(score.f1()).as(String.join("\n", score.misses())).isGreaterThanOrEqualTo(0.75);
        assertThat(score.speakers()).as(String.join("\n", score.misses())).isGreaterThanOrEqualTo(0.75);
        assertThat(statementsOf("es-el-faro-de-la-ria")).noneMatch(Statement::isSkimmed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de-hafenblatt",
                "fr-le-phare-de-louest",
                "it-il-molo",
                "nl-de-sluiswachter",
                "pt-o-cais",
                "id-suara-teluk",
                "ja-minato-jiho",
                "ko-hangu-ilbo",
                "cs-pristavni-list"
            })
    void otherLanguagesAreSkimmedAndSaySo(String name) throws Exception {
        GoldScore score = score(name);
        assertThat(score.f1()).as(String.join("\n", score.misses())).isGreaterThanOrEqualTo(0.5);
        assertThat(statementsOf(name)).isNotEmpty().allMatch(Statement::isSkimmed);
    }

    /** One event, told in Chinese, Spanish and English, is one finding with three carriers. */
    @Test
    void statementsOfThreeLanguagesMeetInOneFinding() throws Exception {
        try (Case event = Case.openOrCreate(folder.resolve("event.case"), SETTINGS)) {
            event.read(List.of(SAMPLES.resolve("one-event")), ReadListener.silent());
            CaseView seen = event.view();

            List<Finding> orders = seen.findings().stream()
                    .filter(finding -> finding.about().get("action") instanceof SlotValue.Word action
                            && action.name().equals("order-closure"))
                    .toList();
            assertThat(orders).hasSize(1);
            Finding ordered = orders.get(0);
            assertThat(filesOf(seen, ordered)).hasSize(3);
            assertThat(filesOf(seen, finding(seen, "site", "place", "Rotterdam")))
                    .hasSize(3);
            Finding.Value worldwide = finding(seen, "site-count", "scope", "world").values().stream()
                    .filter(value -> value.slots().get("count") instanceof SlotValue.Count count
                            && count.min().orElse(0) == 54)
                    .findFirst()
                    .orElseThrow();
            assertThat(worldwide.supports()).hasSize(1);
            assertThat(worldwide.supports().get(0).carriers()).hasSize(3);
        }
    }

    private static Finding finding(CaseView view, String kind, String slot, String name) {
        List<Finding> found = view.findings().stream()
                .filter(finding -> finding.values().stream()
                        .flatMap(value -> value.statements().stream())
                        .map(view.statements()::get)
                        .anyMatch(statement -> statement.kind().equals(kind)
                                && statement
                                        .slot(slot, SlotValue.Place.class)
                                        .filter(place -> place.name().equals(name))
                                        .isPresent()))
                .toList();
        assertThat(found).as(kind + " " + name).hasSize(1);
        return found.get(0);
    }

    private static Set<String> filesOf(CaseView view, Finding finding) {
        return finding.current().statements().stream()
                .map(view.statements()::get)
                .map(Statement::file)
                .collect(Collectors.toSet());
    }
}
