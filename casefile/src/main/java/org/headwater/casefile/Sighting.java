package org.headwater.casefile;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.headwater.model.DocumentId;
import org.headwater.model.StatementId;

/**
 * What came of one look at a page that is watched.
 *
 * @param address the page
 * @param at when it was recorded
 * @param result how it compares with the time before
 * @param said the same in words, with the status that a server answered or why there was no answer
 * @param change the documents it changed from and to, with the statements that are touched
 */
public record Sighting(URI address, Instant at, Result result, String said, Change change) {

    /** Whether the page was there. */
    public boolean isThere() {
        return result != Result.GONE && result != Result.UNREACHED;
    }

    /** How a page compares with the time before. */
    public enum Result {
        /** It is there, and the case had nothing of it to compare with. */
        FIRST,
        /** It says what it said. */
        SAME,
        /** A paragraph was taken out, put in or altered. */
        CHANGED,
        /** The server says that there is no such page. */
        GONE,
        /** There was no answer, or one that says neither. */
        UNREACHED;

        /** The result as lists and the custody log have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Result of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Documents before and after, and what rests on sentences that are not there any more.
     *
     * @param before what was read when it was there the time before
     * @param after what was read now; empty unless it is there
     * @param touched statements of the documents before whose sentences are gone or altered
     */
    public record Change(List<DocumentId> before, List<DocumentId> after, List<StatementId> touched) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
            touched = List.copyOf(touched);
        }
    }
}
