package org.headwater.evidence.capture;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.headwater.model.Sha256;

/** What came of a capture. */
public sealed interface Captured {

    /** The address that was asked for. */
    URI asked();

    /** What happened, for the user. */
    String message();

    /**
     * A server answered, and what it answered is in the archive; see {@link #status} for whether that is the page.
     *
     * @param asked the address that was asked for
     * @param answered the address that answered, after redirects
     * @param at when the first request was sent
     * @param status the answer's status, such as 200 or 404
     * @param mediaType what the server calls the answer; empty if it says nothing
     * @param host the address that was contacted for it; a proxy's name where there is one
     * @param payload digest of the answer's body, decoded
     * @param certificate digest of the server's certificate, if it has one
     * @param parts number of pictures, styles and fonts that were kept with it
     * @param notes what was left out, and why
     */
    record Page(
            URI asked,
            URI answered,
            Instant at,
            int status,
            String mediaType,
            String host,
            Sha256 payload,
            Optional<Sha256> certificate,
            int parts,
            List<String> notes)
            implements Captured {
        public Page {
            notes = List.copyOf(notes);
        }

        /** Whether the answer is what was asked for. */
        public boolean isFound() {
            return status == 200;
        }

        /** Whether the server says that there is no such page, for now or for good. */
        public boolean isGone() {
            return status == 404 || status == 410 || status == 451;
        }

        @Override
        public String message() {
            return isFound()
                    ? "Captured " + answered
                    : "Not captured: " + answered + " answered " + status + "; only that answer is kept";
        }
    }

    /** A rule forbids it, such as an address that is not public or a page beyond a bound. Nothing is kept. */
    record Refused(URI asked, String message) implements Captured {}

    /** There was no whole answer. Nothing is kept. */
    record Failed(URI asked, String message) implements Captured {}
}
