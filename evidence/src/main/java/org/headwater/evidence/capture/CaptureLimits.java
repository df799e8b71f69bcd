package org.headwater.evidence.capture;

import java.time.Duration;

/**
 * Bounds on one capture, so that no server can take the disk, the memory or the time of whoever captures.
 *
 * @param answerBytes most bytes of one answer, as sent
 * @param totalBytes most bytes of a page with all that it shows
 * @param time longest time for a page with all that it shows
 * @param redirects most redirects one after the other
 * @param parts most pictures, styles and fonts of a page
 */
public record CaptureLimits(long answerBytes, long totalBytes, Duration time, int redirects, int parts) {
    private static final long MIB = 1L << 20;

    public CaptureLimits {
        check("bytes of an answer", answerBytes, 1024, 1L << 40);
        check("bytes in all", totalBytes, 1024, 1L << 40);
        check("milliseconds", time.toMillis(), 100, 86_400_000);
        check("redirects", redirects, 0, 50);
        check("parts", parts, 0, 10_000);
    }

    /** 64 MiB an answer, 256 MiB in all, 2 minutes, 10 redirects, 300 parts. */
    public static CaptureLimits standard() {
        return new CaptureLimits(64 * MIB, 256 * MIB, Duration.ofMinutes(2), 10, 300);
    }

    public CaptureLimits withAnswerBytes(long most) {
        return new CaptureLimits(most, Math.max(most, totalBytes), time, redirects, parts);
    }

    public CaptureLimits withTotalBytes(long most) {
        return new CaptureLimits(answerBytes, most, time, redirects, parts);
    }

    public CaptureLimits withTime(Duration longest) {
        return new CaptureLimits(answerBytes, totalBytes, longest, redirects, parts);
    }

    public CaptureLimits withParts(int most) {
        return new CaptureLimits(answerBytes, totalBytes, time, redirects, most);
    }

    private static void check(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Invalid capture limit: " + value + " " + what + " (must be " + least + " to " + most + ")");
        }
    }
}
