package org.headwater.reading;

import java.util.concurrent.atomic.AtomicLong;

/** What may still be unpacked from one file given by the user; shared by everything nested in it. Thread-safe. */
final class Expansion {
    private final AtomicLong bytes;
    private final AtomicLong entries;

    Expansion(ReadingLimits limits) {
        this.bytes = new AtomicLong(limits.expandedBytes());
        this.entries = new AtomicLong(limits.entries());
    }

    boolean takeEntry() {
        return entries.decrementAndGet() >= 0;
    }

    boolean takeBytes(long count) {
        return bytes.addAndGet(-count) >= 0;
    }
}
