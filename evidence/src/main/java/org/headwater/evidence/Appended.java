package org.headwater.evidence;

import java.util.List;

/** What came of an append to the custody log. */
public sealed interface Appended {

    /** What happened, for the user. */
    String message();

    /**
     * The entries are on disk and will survive a power cut.
     *
     * @param entries the entries, in the order given
     */
    record Done(List<CustodyEntry> entries) implements Appended {
        public Done {
            entries = List.copyOf(entries);
        }

        @Override
        public String message() {
            return "Recorded " + entries.size() + " entries";
        }
    }

    /** A rule forbids it, such as an entry beyond the bound. Nothing is written; fix it and try again. */
    record Refused(String message) implements Appended {}

    /** The log could not be written. Nothing is written. */
    record Failed(String message) implements Appended {}

    /**
     * The entries may or may not be on disk, as when a flush was not confirmed. The log takes no more entries until it is
     * opened again; look what is there before trying again.
     */
    record Unknown(String message) implements Appended {}
}
