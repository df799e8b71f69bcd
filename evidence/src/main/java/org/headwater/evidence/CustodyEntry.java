package org.headwater.evidence;

import java.time.Instant;
import java.util.Optional;
import org.headwater.model.Sha256;

/**
 * One entry of the custody log.
 *
 * @param sequence its place, from 1
 * @param time when it was written
 * @param who who did it
 * @param event what was done
 * @param previous the digest of the entry before; for the first, {@link #NO_PREVIOUS}
 * @param digest SHA-256 of this entry's line up to its digest, and so of everything before it
 */
public record CustodyEntry(
        long sequence, Instant time, String who, CustodyEvent event, Sha256 previous, Sha256 digest) {
    /** What the first entry names as the digest before it. */
    public static final Sha256 NO_PREVIOUS = new Sha256("0".repeat(64));

    /** The original that the store must have because of this entry. */
    public Optional<Sha256> original() {
        return Optional.ofNullable(event.details().get(CustodyEvent.SHA256)).map(Sha256::new);
    }
}
