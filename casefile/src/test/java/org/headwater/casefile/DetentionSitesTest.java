package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.headwater.codebook.Codebooks;
import org.headwater.model.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second codebook on its own articles, against what a person found in them: the proof that the subject is data. */
class DetentionSitesTest {
    private static final Path SAMPLES = Path.of("..", "samples", "detention-sites");
    private static final CaseSettings SETTINGS =
            CaseSettings.usual(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), "analyst");

    @TempDir
    private Path folder;

    @Test
    void theArticlesItWasWrittenWithAreRead() throws Exception {
        GoldScore score = score("articles", "gold");
        assertThat(score.f1()).as(String.join("\n", score.misses())).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void articlesThatWereHeldBackAreReadAsWell() throws Exception {
        GoldScore score = score("held-back", "held-back");
        assertThat(score.f1()).as(String.join("\n", score.misses())).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void everyExampleIsFoundByItsOwnPattern() {
        assertThat(CodebookTrial.of(Codebooks.shipped("detention-sites")).failedExamples())
                .isEmpty();
    }

    private GoldScore score(String articles, String gold) throws Exception {
        try (Case open = Case.openOrCreate(
                folder.resolve(articles + ".case"), SETTINGS, CodebookSource.shipped("detention-sites"))) {
            open.read(files(articles, ".txt"), ReadListener.silent());
            List<GoldScore> scores = new ArrayList<>();
            for (Path file : files(gold, ".gold.jsonl")) {
                String name = file.getFileName().toString().replace(".gold.jsonl", ".txt");
                List<Statement> statements = open.view().statements().values().stream()
                        .filter(statement -> statement.file().equals(name))
                        .toList();
                GoldScore score = GoldScore.of(file, statements);
                scores.add(score);
            }
            return scores.stream().reduce(GoldScore::and).orElseThrow();
        }
    }

    private static List<Path> files(String of, String ending) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve(of))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
