package org.headwater.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter messages = new StringWriter();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final InstantSource clock = () -> now;

    private Progress progress(Look look) {
        return Progress.on(Screen.over(new PrintWriter(new StringWriter()), new PrintWriter(messages), look), clock);
    }

    @Test
    void writesAPlainLineEveryFewSeconds() {
        try (Progress progress = progress(Look.ofPipe())) {
            for (int done = 0; done <= 100; done++) {
                progress.show("reading", done, 100, "a.txt");
                now = now.plus(Duration.ofMillis(200));
            }
        }

        assertThat(messages.toString().lines())
                .containsExactly(
                        "  reading 25 of 100 · 15 s left  a.txt",
                        "  reading 50 of 100 · 10 s left  a.txt",
                        "  reading 75 of 100 · 5 s left  a.txt");
    }

    @Test
    void writesOneLineOverOnATerminalAndClearsIt() {
        try (Progress progress = progress(new Look(40, false, true))) {
            progress.show("reading", 1, 2, "a file whose name is far too long for it.txt");
        }

        assertThat(messages.toString()).isEqualTo("\r\u001b[K  reading 1 of 2  a file whose name is…\r\u001b[K");
    }

    @Test
    void saysDurationsAsPeopleDo() {
        assertThat(Progress.inWords(Duration.ofMillis(300))).isEqualTo("under 1 s");
        assertThat(Progress.inWords(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
        assertThat(Progress.inWords(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }
}
