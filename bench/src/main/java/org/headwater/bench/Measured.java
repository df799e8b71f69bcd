package org.headwater.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Work on texts, and the CPU that its thread took; what other processes do to the machine does not count.
 *
 * @param seconds CPU seconds of the thread, compiler and collector not counted
 * @param result what the work gave
 */
record Measured(String name, long characters, double seconds, long result) {
    static Measured of(String name, long characters, LongSupplier work) {
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long result = work.getAsLong();
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e9;
        return new Measured(name, characters, seconds, result);
    }

    double speed() {
        return characters / seconds;
    }

    /** On one line, with the ratio of its speed to another's. */
    String against(Measured other) {
        return String.format(
                Locale.ROOT,
                "%-44s %8.2f s CPU  %,9.0f characters/s  %6.1f  %,d",
                name,
                seconds,
                speed(),
                speed() / other.speed(),
                result);
    }
}
