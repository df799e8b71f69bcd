package org.headwater.reading;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What may still be unpacked from one file given by the user, and how long that may still take; shared by everything
 * nested in it. Thread-safe.
 */
final class Expansion {
    private final AtomicLong bytes;
    private final AtomicLong entries;
    private final Duration time;
    private final AtomicLong nanos;

    Expansion(ReadingLimits limits, long size) {
        this.bytes = new AtomicLong(limits.expandedBytes());
        this.entries = new AtomicLong(limits.entries());
        this.time = limits.timeFor(size);
        this.nanos = new AtomicLong(time.toNanos());
    }

    boolean takeEntry() {
        return entries.decrementAndGet() >= 0;
    }

    boolean takeBytes(long count) {
        return bytes.addAndGet(-count) >= 0;
    }

    void takeTime(Duration taken) {
        nanos.addAndGet(-taken.toNanos());
    }

    Duration timeLeft() {
        return Duration.ofNanos(Math.max(0, nanos.get()));
    }

    /** Why something in the file is not read any more. */
    Refusal outOfTime() {
        return new Refusal(
                Fault.TIMED_OUT,
                "the file given, with all that lies in it, took longer than " + Worker.seconds(time)
                        + " (the bound for its size)");
    }

    long bytesLeft() {
        return bytes.get();
    }

    long entriesLeft() {
        return entries.get();
    }

    /** Goes on from what another process left. */
    void settle(long bytesLeft, long entriesLeft) {
        bytes.set(bytesLeft);
        entries.set(entriesLeft);
    }
}
