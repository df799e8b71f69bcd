package org.headwater.casefile;

import java.util.Optional;
import org.headwater.model.DocumentId;
import org.headwater.model.PartialDate;

/**
 * What stands above a document's text, enough to name it in a list.
 *
 * @param document the document
 * @param file name of the file it came from
 * @param title headline; empty if not known
 * @param outlet who published it; empty if not known
 * @param published when; empty if not known
 * @param language BCP 47 tag; empty if not known
 */
public record Heading(
        DocumentId document,
        String file,
        Optional<String> title,
        Optional<String> outlet,
        Optional<PartialDate> published,
        Optional<String> language) {

    /** Outlet, else the title, else the file: what to call it on a screen. */
    public String label() {
        return outlet.or(() -> title).orElse(file);
    }
}
