package org.headwater.evidence;

import java.io.IOException;
import java.util.Optional;

/** Where a passphrase comes from, asked only when it is needed. Its characters are wiped by whoever asked. */
@FunctionalInterface
public interface PassphraseSource {
    /** The environment variable that may hold it; no process that the program starts is to have it. */
    String VARIABLE = "HEADWATER_PASSPHRASE";

    /** What to tell somebody where none was given. */
    String NOT_GIVEN = "no passphrase was given (type it at a terminal, or give --passphrase-file or " + VARIABLE + ")";

    /** There is none. */
    PassphraseSource NONE = Optional::empty;

    /**
     * The passphrase; empty if there is none to be had.
     *
     * @throws IOException if it cannot be read from where it is said to be
     */
    Optional<char[]> ask() throws IOException;
}
