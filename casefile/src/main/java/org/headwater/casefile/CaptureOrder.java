package org.headwater.casefile;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headwater.evidence.capture.Capture;
import org.headwater.evidence.capture.CaptureSettings;

/**
 * Pages to capture, and how.
 *
 * @param addresses the pages, as {@link org.headwater.evidence.capture.WebAddress} gives them
 * @param settings how they are fetched
 * @param view takes their pictures
 * @param wacz folder that gets each capture as a WACZ too
 */
public record CaptureOrder(List<URI> addresses, CaptureSettings settings, Capture.View view, Optional<Path> wacz) {
    public CaptureOrder {
        addresses = List.copyOf(addresses);
    }

    /** These pages, without pictures and without WACZ. */
    public static CaptureOrder of(List<URI> addresses, CaptureSettings settings) {
        return new CaptureOrder(addresses, settings, Capture.View.none(), Optional.empty());
    }
}
