package org.headwater.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.headwater.cli.screen.Look;
import org.headwater.cli.screen.Screen;
import org.headwater.evidence.PassphraseSource;

/** Types commands as a person would, in this process, and keeps what was answered. */
final class Typed {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    private Typed(Path folder) {
        this(folder, CLOCK);
    }

    private Typed(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The same, this long after the moment at which everything is typed otherwise. */
    Typed after(Duration time) {
        return new Typed(folder, Clock.offset(CLOCK, time));
    }

    static Typed inNoFolder() {
        return new Typed(Path.of("").toAbsolutePath());
    }

    static Typed in(Path folder) {
        return new Typed(folder);
    }

    Answer run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Screen screen = Screen.over(new PrintWriter(out), new PrintWriter(err), Look.ofPipe());
        int code = Headwater.run(
                new Session(screen, clock, folder, SourceHome.path(), "headwater", "ann", PassphraseSource.NONE),
                words);
        screen.flush();
        return new Answer(code, out.toString(), err.toString());
    }

    /**
     * What a command answered.
     *
     * @param code its exit code
     * @param out its result
     * @param err its messages
     */
    record Answer(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }
}
