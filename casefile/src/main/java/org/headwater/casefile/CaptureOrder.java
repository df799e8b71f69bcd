package org.headwater.casefile;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headwater.evidence.capture.Capture;
import org.headwater.evidence.capture.CaptureSettings;
import org.headwater.model.Sha256;

/**
 * Pages to capture, and how.
 *
 * @param addresses the pages, as {@link org.headwater.evidence.capture.WebAddress} gives them
 * @param settings how they are fetched
 * @param view takes their pictures
 * @param wacz folder that gets each capture as a WACZ too
 * @param known digests of answers that the case has, by page: the same answer again is in the log and not kept once more
 */
public record CaptureOrder(
        List<URI> addresses, CaptureSettings settings, Capture.View view, Optional<Path> wacz, Map<URI, Sha256> known) {
    public CaptureOrder {
        addresses = List.copyOf(addresses);
        known = Map.copyOf(known);
    }

    /** These pages with pictures, or as WACZ too. */
    public CaptureOrder(List<URI> addresses, CaptureSettings settings, Capture.View view, Optional<Path> wacz) {
        this(addresses, settings, view, wacz, Map.of());
    }

    /** This order without keeping answers that the case has. */
    public CaptureOrder unlessSame(Map<URI, Sha256> other) {
        return new CaptureOrder(addresses, settings, view, wacz, other);
    }

    /** These pages, without pictures and without WACZ. */
    public static CaptureOrder of(List<URI> addresses, CaptureSettings settings) {
        return new CaptureOrder(addresses, settings, Capture.View.none(), Optional.empty());
    }
}
