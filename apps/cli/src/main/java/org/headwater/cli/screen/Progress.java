package org.headwater.cli.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Shows how far a long work is: on a terminal one line written over, elsewhere a plain line every few seconds. Time left
 * is what the work so far took, carried forward; it is shown once that says something.
 *
 * <p>Thread-safe.
 */
public final class Progress implements AutoCloseable {
    private static final Duration LIVE_PAUSE = Duration.ofMillis(100);
    private static final Duration PLAIN_PAUSE = Duration.ofSeconds(5);
    /** Before this the time left is a guess. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Screen screen;
    private final InstantSource clock;
    private final Instant start;
    private Instant last;
    private Instant stageStart;
    private String stage = "";
    private boolean open;

    private Progress(Screen screen, InstantSource clock) {
        this.screen = screen;
        this.clock = clock;
        this.start = clock.instant();
        this.last = start;
        this.stageStart = start;
    }

    public static Progress on(Screen screen, InstantSource clock) {
        return new Progress(screen, clock);
    }

    /** How far a stage is: its name, pieces done, pieces in all (0 where that is not known), and what is at hand. */
    public synchronized void show(String name, long done, long total, String at) {
        Instant now = clock.instant();
        if (!name.equals(stage)) {
            stage = name;
            stageStart = now;
        } else if (Duration.between(last, now).compareTo(screen.look().live() ? LIVE_PAUSE : PLAIN_PAUSE) < 0) {
            return;
        } else if (!screen.look().live() && done >= total && total > 0) {
            return;
        }
        if (!screen.look().live() && now.equals(stageStart)) {
            return;
        }
        last = now;
        StringBuilder line = new StringBuilder("  ").append(name);
        if (total > 0) {
            line.append(' ').append(done).append(" of ").append(total);
        } else if (done > 0) {
            line.append(' ').append(done);
        }
        timeLeft(Duration.between(stageStart, now), done, total, line);
        if (!at.isEmpty()) {
            line.append("  ").append(Cells.oneLine(at));
        }
        write(line.toString());
    }

    /** How far a stage is of which only the share done is known, 0 to 1 (0 where not even that is). */
    public synchronized void share(String name, long done, String what, double share) {
        long total = share <= 0 ? 0 : Math.max(done, Math.round(done / share));
        show(name, done, total, what);
    }

    private void write(String line) {
        if (screen.look().live()) {
            screen.sayPart("\r\u001b[K" + Cells.cut(line, screen.width() - 1));
            open = true;
        } else {
            screen.say(line);
        }
    }

    private static void timeLeft(Duration taken, long done, long total, StringBuilder line) {
        if (done <= 0 || total <= done || taken.compareTo(SETTLED) < 0) {
            return;
        }
        line.append(" · ")
                .append(inWords(taken.multipliedBy(total - done).dividedBy(done)))
                .append(" left");
    }

    /** A duration as people say it: {@code 40 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String inWords(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return "under 1 s";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }

    /** How long it has gone on. */
    public synchronized Duration taken() {
        return Duration.between(start, clock.instant());
    }

    /** Clears the line, to make room for a part of the result; the next {@link #show} writes it again. */
    public synchronized void clear() {
        if (open) {
            screen.sayPart("\r\u001b[K");
            open = false;
        }
    }

    /** Clears the line for good. */
    @Override
    public void close() {
        clear();
    }
}
