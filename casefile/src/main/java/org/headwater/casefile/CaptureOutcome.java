package org.headwater.casefile;

import java.util.List;
import java.util.Optional;
import org.headwater.evidence.capture.Captured;
import org.headwater.model.DocumentId;

/**
 * What came of capturing one page into a case.
 *
 * @param captured what came of fetching it
 * @param archive the name under which the archive is an item of the case; empty if there is none
 * @param documents what was read in the archive; empty if it holds no text
 */
public record CaptureOutcome(Captured captured, Optional<String> archive, List<DocumentId> documents) {
    public CaptureOutcome {
        documents = List.copyOf(documents);
    }

    /** Whether the page was there and is in the case now. */
    public boolean isKept() {
        return captured instanceof Captured.Page page && page.isFound();
    }
}
