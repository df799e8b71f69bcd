package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.headwater.casefile.Decision.Action;
import org.headwater.model.DocumentId;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles in Chinese, which needs no parser that takes seconds to load. */
class RedactingTest {
    private static final CaseSettings SETTINGS =
            CaseSettings.usual(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), "analyst");
    private static final String PASSAGE = "在荷兰设立了至少54个";

    @TempDir
    Path folder;

    private Path kept;

    @BeforeEach
    void read() throws IOException, CaseException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("one.txt"), story("北港观察", PASSAGE));
        Files.writeString(files.resolve("reprint.txt"), story("海峡日报", PASSAGE));
        Files.writeString(files.resolve("other.txt"), story("东岸周刊", "在西班牙设立了至少61个"));
        kept = folder.resolve("a.case");
        try (Case open = Case.openOrCreate(kept, SETTINGS)) {
            open.read(List.of(files), ReadListener.silent());
        }
    }

    private static String story(String outlet, String what) {
        return outlet + "\n\n海外“警侨服务站”\n\n2022年9月20日\n\n" + outlet + "报道：人权组织“保护卫士”发布报告，称中国公安机关" + what + "海外警务服务站。\n";
    }

    /** All slots that are shown, of statements and findings. */
    private static List<SlotValue> shown(CaseView view) {
        return Stream.concat(
                        view.statements().values().stream().flatMap(statement -> statement.slots().values().stream()),
                        view.findings().stream()
                                .flatMap(finding -> Stream.concat(
                                        finding.about().values().stream(),
                                        finding.values().stream().flatMap(value -> value.slots().values().stream()))))
                .toList();
    }

    private static long counted(CaseView view, long count) {
        return shown(view).stream()
                .filter(value ->
                        value instanceof SlotValue.Count number && number.min().orElse(0) == count)
                .count();
    }

    private static long inCountry(CaseView view, String country) {
        return shown(view).stream()
                .filter(value -> value instanceof SlotValue.Place place
                        && place.country().filter(country::equals).isPresent())
                .count();
    }

    @Test
    void aNumberAndAPlaceThatWereReadOutOfRedactedWordsAreShownNowhere() throws Exception {
        try (Case open = Case.open(kept, SETTINGS)) {
            assertThat(counted(open.view(), 54)).isGreaterThan(2);
            assertThat(inCountry(open.view(), "NL")).isPositive();
            CaseView before = open.view();
            DocumentId one = before.documents().stream()
                    .filter(id -> before.file(id).orElseThrow().equals("one.txt"))
                    .findFirst()
                    .orElseThrow();
            Span passage = open.redacting().place(one, PASSAGE);

            open.decide(Action.REDACT, one.value(), Redacting.changes(passage), "asked to");

            CaseView view = open.view();
            assertThat(counted(view, 54)).isZero();
            assertThat(inCountry(view, "NL")).isZero();
            assertThat(counted(view, 61)).isPositive();
            assertThat(inCountry(view, "ES")).isPositive();
            assertThat(open.holdings()
                            .findings(FindingQuery.all(), 0, 100)
                            .rows()
                            .toString())
                    .doesNotContain("54")
                    .contains("61");
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();

            open.decide(Action.UNDO, Long.toString(view.decisions().size()), Map.of(), "agreed after all");
            assertThat(counted(open.view(), 54)).isGreaterThan(2);
        }
    }
}
