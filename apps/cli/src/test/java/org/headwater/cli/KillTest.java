package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import org.headwater.casefile.CaseView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reading is killed outright, again and again, at moments drawn from a seed, and always goes on to the same end. The
 * moments are spread over the work: each is a number of originals kept, and some milliseconds after it.
 */
class KillTest {
    private static final long SEED = 20221205;
    private static final int FILES = 250;
    private static final int KILLS = 6;
    private static final int SLACK_MILLIS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> WORDS = List.of(
            "river", "bridge", "harvest", "council", "school", "winter", "market", "ferry", "orchard", "library",
            "road", "summer", "bakery", "museum", "garden", "station", "letter", "window", "morning", "valley",
            "lantern", "rain");

    @TempDir
    private Path folder;

    @Test
    void endsWithTheSameIdsAsAnUndisturbedRun() throws IOException, InterruptedException, CaseException {
        Random random = new Random(SEED);
        Path articles = writeArticles(random);
        Path calm = folder.resolve("calm.case");
        Path killed = folder.resolve("killed.case");
        assertThat(finish(start(calm, articles)))
                .as("exit code of the undisturbed run")
                .isZero();

        List<Integer> moments = random.ints(KILLS, 0, FILES).sorted().boxed().toList();
        for (int moment : moments) {
            Process process = start(killed, articles);
            awaitOriginals(process, killed, moment);
            Thread.sleep(random.nextInt(SLACK_MILLIS));
            process.destroyForcibly();
            process.waitFor();
        }
        assertThat(finish(start(killed, articles)))
                .as("exit code of the last run")
                .isZero();

        assertThat(content(killed)).isEqualTo(content(calm));
    }

    /** Short articles in words of no subject, some of them copies, and two that the codebook has something to say of. */
    private Path writeArticles(Random random) throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        List<String> written = new ArrayList<>();
        for (int i = 0; i < FILES - 2; i++) {
            boolean isCopy = i % 25 == 24;
            String text =
                    isCopy ? written.get(random.nextInt(written.size())) + " Reprinted " + i + "." : article(random);
            written.add(text);
            Files.writeString(articles.resolve(String.format("b%03d.txt", i)), text);
        }
        for (int i = 0; i < 2; i++) {
            Files.writeString(
                    articles.resolve("a" + i + ".txt"),
                    "The Lakeside Post\n\nThe Orchard Watch said on 3 May 2022 that it had counted " + (12 + i)
                            + " Chinese police stations in 5 countries.\n");
        }
        return articles;
    }

    private static String article(Random random) {
        StringBuilder text = new StringBuilder("A quiet day\n\n");
        for (int word = 0; word < 120; word++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(word % 12 == 11 ? ". " : " ");
        }
        return text.append('\n').toString();
    }

    private Process start(Path kept, Path articles) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.headwater.cli.Main",
                        "read",
                        kept.toString(),
                        articles.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(kept.getFileName() + ".log").toFile()))
                .start();
    }

    private static int finish(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it ends")
                .isTrue();
        return process.exitValue();
    }

    private static void awaitOriginals(Process process, Path kept, int wanted)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (process.isAlive() && originals(kept) < wanted && Instant.now().isBefore(end)) {
            Thread.sleep(2);
        }
    }

    private static long originals(Path kept) throws IOException {
        Path originals = kept.resolve("originals");
        if (Files.notExists(originals)) {
            return 0;
        }
        try (Stream<Path> walk = Files.walk(originals)) {
            return walk.filter(Files::isRegularFile).count();
        } catch (java.io.UncheckedIOException e) {
            // A folder was made or a file renamed while it was walked: it is counted at the next look.
            return 0;
        }
    }

    /** Everything that a case derives, by id, and whether it is whole. */
    private static List<Object> content(Path kept) throws CaseException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        try (Case open = Case.open(kept, CaseSettings.usual(clock, "ann"))) {
            CaseView view = open.view();
            assertThat(view.documents()).hasSize(FILES);
            assertThat(view.statements())
                    .as("statements of the two articles on the subject")
                    .isNotEmpty();
            assertThat(view.derivations()).as("copies").isNotEmpty();
            return List.of(
                    view.documents(),
                    List.copyOf(view.statements().values()),
                    List.copyOf(view.entities().values()),
                    view.derivations(),
                    List.copyOf(view.traces().values()),
                    view.findings());
        }
    }
}
