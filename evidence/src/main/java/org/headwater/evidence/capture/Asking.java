package org.headwater.evidence.capture;

import java.time.Clock;
import java.time.Instant;

/** What all requests of one capture share: the bounds, and how much of them is used up. */
final class Asking {
    private final CaptureSettings settings;
    private final Clock clock;
    private final Deadline deadline;
    private long total;

    Asking(CaptureSettings settings, Clock clock, Deadline deadline) {
        this.settings = settings;
        this.clock = clock;
        this.deadline = deadline;
    }

    Deadline deadline() {
        return deadline;
    }

    String agent() {
        return settings.agent();
    }

    Instant at() {
        return clock.instant();
    }

    String timeInWords() {
        long millis = settings.limits().time().toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " seconds" : millis + " milliseconds";
    }

    /** Counts bytes that were received, of an answer that has so many by now. */
    void take(int bytes, long ofAnswer) throws CaptureRefusal {
        total += bytes;
        check(ofAnswer);
        if (total > settings.limits().totalBytes()) {
            throw new CaptureRefusal("the page with all it shows has more than "
                    + settings.limits().totalBytes() + " bytes (the bound)");
        }
    }

    /** Refuses an answer that has, or says it will have, too many bytes. */
    void check(long ofAnswer) throws CaptureRefusal {
        if (ofAnswer > settings.limits().answerBytes()) {
            throw new CaptureRefusal(
                    "its answer has more than " + settings.limits().answerBytes() + " bytes (the bound)");
        }
    }
}
