package org.headwater.evidence;

/**
 * Something a verification found.
 *
 * @param kind what sort of damage
 * @param where the file or the custody entry
 * @param message what is wrong, for the user
 */
public record Damage(Kind kind, String where, String message) {
    /** Sorts of damage. */
    public enum Kind {
        /** The custody log names an original that the store does not have. */
        MISSING_ORIGINAL,
        /** An original's bytes are not those it was filed under. */
        CHANGED_ORIGINAL,
        /** A file among the originals that no custody entry names. */
        UNRECORDED_FILE,
        /** A file that cannot be read, so that nothing can be said about it. */
        UNREADABLE_FILE,
        /** An entry of the custody log is not as it was written. */
        CHANGED_ENTRY,
        /** Entries were taken out of the custody log. */
        MISSING_ENTRY,
        /** An entry of the custody log stands where it was not written, or twice. */
        MOVED_ENTRY,
        /** An entry of the custody log is not signed with the case's key. */
        FORGED_ENTRY,
        /** The custody log ends before entries that are known to have been in it. */
        CUT_LOG,
        /** The custody log, or what says how long it is, cannot be read. */
        BROKEN_LOG
    }
}
