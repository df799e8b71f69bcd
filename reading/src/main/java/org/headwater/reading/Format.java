package org.headwater.reading;

import java.io.IOException;

/** One format's way from bytes to documents. Implementations are thread-safe and keep nothing between sources. */
interface Format {
    /** Name and version, such as {@code html@1}: a new version gives documents new ids. */
    String reader();

    /** Whether it only unpacks, so that it streams on the caller's thread and has no deadline of its own. */
    default boolean isContainer() {
        return false;
    }

    /**
     * Whether what its parser can need, of memory and of time, is bounded by the length of the source, so that short
     * sources need no process of their own.
     */
    default boolean isBoundedByLength() {
        return false;
    }

    /**
     * Reads a source.
     *
     * @throws Refusal if there is nothing to read; what went to the sink before stays
     * @throws IOException if the bytes are broken, or cannot be fetched
     */
    void read(Source source, Sink sink) throws Refusal, IOException;

    /** Takes what a format finds. */
    interface Sink {
        void document(Reading reading);

        void contained(Source entry);

        void refused(Fault fault, String where, String why);

        void passedOver(long count, String what);
    }
}
