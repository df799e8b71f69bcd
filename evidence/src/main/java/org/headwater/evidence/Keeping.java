package org.headwater.evidence;

import java.util.Optional;
import org.headwater.model.Sha256;

/** What came of keeping an original. */
public sealed interface Keeping {

    /** The original, if it is kept now. */
    default Optional<Kept> kept() {
        return this instanceof Kept kept ? Optional.of(kept) : Optional.empty();
    }

    /** What happened, for the user. */
    String message();

    /**
     * The bytes are on disk and will survive a power cut.
     *
     * @param sha256 digest of the bytes
     * @param size number of bytes
     * @param presence whether the store already had them
     */
    record Kept(Sha256 sha256, long size, Presence presence) implements Keeping {
        @Override
        public String message() {
            return "Kept " + sha256 + ": " + size + " bytes";
        }
    }

    /** A rule forbids it: the bytes exceed the bound. Nothing is kept. */
    record Refused(String message) implements Keeping {}

    /** The bytes could not be read from where they come from. Nothing is kept. */
    record Unreadable(String message) implements Keeping {}

    /** The store could not write. Nothing is kept. */
    record Failed(String message) implements Keeping {}

    /** These bytes were erased here. Nothing is kept. */
    record Erased(Sha256 sha256, String message) implements Keeping {}

    /** Whether the same bytes were there before. */
    enum Presence {
        /** Taken in now for the first time. */
        NEW,
        /** Already kept: same bytes, kept once. */
        ALREADY_KEPT
    }
}
