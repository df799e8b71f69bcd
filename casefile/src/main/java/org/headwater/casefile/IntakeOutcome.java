package org.headwater.casefile;

import java.util.Optional;
import org.headwater.model.ItemId;

/**
 * What came of one source that was looked at.
 *
 * @param path the file, or the file and the entries that lead to it, with {@code !/} between them
 * @param item its bytes, if they were kept
 * @param result what came of it
 * @param fault the fault's name, if refused
 * @param message what came of it in words
 */
public record IntakeOutcome(String path, Optional<ItemId> item, Result result, Optional<String> fault, String message) {

    /** What can come of a source. */
    public enum Result {
        /** It was read as a document. */
        READ,
        /** It was opened and what it contains was taken in. */
        CONTAINER,
        /** It was not read, for a reason. */
        REFUSED
    }
}
