package org.headwater.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a meter of every byte that is read. */
final class Metered extends FilterInputStream {
    private final Meter meter;

    Metered(InputStream in, Meter meter) {
        super(in);
        this.meter = meter;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            meter.passed(1);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        Worker.goOn();
        int n = super.read(bytes, from, length);
        if (n > 0) {
            meter.passed(n);
        }
        return n;
    }

    @Override
    public long skip(long count) throws IOException {
        long n = super.skip(count);
        meter.passed(n);
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Counts bytes, and throws {@link Overrun} when there are too many. */
    @FunctionalInterface
    interface Meter {
        void passed(long bytes) throws Overrun;
    }
}
