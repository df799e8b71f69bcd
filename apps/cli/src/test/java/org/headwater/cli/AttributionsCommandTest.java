package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Look;
import org.headwater.cli.screen.Screen;
import org.headwater.evidence.PassphraseSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who says what in several documents, each printed when it is read. */
class AttributionsCommandTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void readCase() throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(articles.resolve("first.txt"), "The Orchard Watch said that it had counted 12 posts.\n");
        Files.writeString(articles.resolve("second.txt"), "The Meadow Office said that it had counted 14 posts.\n");
        Typed.in(folder).run("read", "my.case", "articles");
    }

    /** Remembers what the results were whenever it was asked for the time, as progress asks at each document. */
    private static final class WatchingClock extends Clock {
        private final StringWriter results = new StringWriter();
        private final List<String> seen = new ArrayList<>();

        @Override
        public Instant instant() {
            seen.add(results.toString());
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static WatchingClock watched(String... words) {
        WatchingClock clock = new WatchingClock();
        Screen screen = Screen.over(
                new PrintWriter(new BufferedWriter(clock.results)),
                new PrintWriter(Writer.nullWriter()),
                Look.ofPipe());
        Headwater.run(
                new Session(screen, clock, folder, SourceHome.path(), "headwater", "ann", PassphraseSource.NONE),
                words);
        return clock;
    }

    private static void assertFirstIsOutBeforeSecondIsRead(WatchingClock clock) {
        assertThat(clock.seen)
                .anySatisfy(results -> assertThat(results).contains("first.txt").doesNotContain("second.txt"));
        assertThat(clock.results.toString()).contains("first.txt").contains("second.txt");
    }

    @Test
    void aTableIsPrintedDocumentByDocument() {
        assertFirstIsOutBeforeSecondIsRead(watched("attributions", "my.case"));
    }

    @Test
    void linesArePrintedDocumentByDocument() {
        assertFirstIsOutBeforeSecondIsRead(watched("attributions", "my.case", "--format", "jsonl"));
    }

    @Test
    void aPageOfJsonIsWrittenDocumentByDocumentAndIsWhole() throws IOException {
        WatchingClock clock = watched("attributions", "my.case", "--json");

        assertFirstIsOutBeforeSecondIsRead(clock);
        String page = clock.results.toString();
        assertThat(page).isEqualTo(Json.page(new ObjectMapper().readTree(page)) + "\n");
    }

    @Test
    void aFileThatIsNotInTheCaseIsTold() {
        assertThat(Typed.in(folder)
                        .run("attributions", "my.case", "--file", "third.txt")
                        .out())
                .isEqualTo("No document of the case is from a file named third.txt.\n");
    }
}
