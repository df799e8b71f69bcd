package org.headwater.reading;

import java.io.IOException;

/** Where the parsers of formats run. Implementations are thread-safe. */
interface Parsing extends AutoCloseable {
    /**
     * Reads a source.
     *
     * @throws Refusal if it cannot be read; what went to the sink before stays
     * @throws IOException if the bytes are broken, or cannot be fetched
     */
    void read(Format format, Source source, Format.Sink sink) throws Refusal, IOException;

    /** Lets go of what it holds. */
    @Override
    void close();

    /**
     * In this process: documents on threads of their own with a bound on time, archives on the caller's. Memory has no
     * bound but the process's.
     */
    static Parsing here(ReadingLimits limits) {
        return new Parsing() {
            @Override
            public void read(Format format, Source source, Format.Sink sink) throws Refusal, IOException {
                if (format.isContainer()) {
                    format.read(source, sink);
                } else {
                    Worker.within(limits.time(), source, to -> format.read(source, to))
                            .handTo(sink);
                }
            }

            @Override
            public void close() {
                // Its threads end by themselves.
            }
        };
    }
}
