package org.headwater.evidence.timestamp;

import java.time.Instant;
import java.util.Optional;
import org.headwater.model.Sha256;

/**
 * A timestamp that was asked for, and what can be said of it now without a network.
 *
 * @param name its name in the folder of timestamps, without an ending
 * @param checkpoint number of the custody entry it is over
 * @param digest that entry's digest: what the authority signed
 * @param authority address that was asked
 * @param state what can be said of it
 * @param token what the authority said; absent while pending and where it cannot be read
 * @param message the state in words
 */
public record Stamp(
        String name,
        long checkpoint,
        Sha256 digest,
        String authority,
        State state,
        Optional<Token> token,
        String message) {

    /**
     * What an authority signed.
     *
     * @param time when it says to have seen the digest
     * @param signer name of its certificate
     * @param expires when that certificate ends
     * @param root name of the certificate its chain ends in, where that is trusted
     * @param sha256 digest of the stored answer
     */
    public record Token(Instant time, String signer, Instant expires, Optional<String> root, Sha256 sha256) {}

    /** What can be said of a timestamp. */
    public enum State {
        /** Its signature holds, and its chain of certificates ends in one that is trusted. */
        GOOD,
        /** As good, and the certificate of its signer has ended since: a newer timestamp should be taken over it. */
        EXPIRED,
        /** Its signature holds, and nobody named the certificate that its chain ends in. */
        UNTRUSTED,
        /** The authority was not reached or did not answer; it is asked again the next time. */
        PENDING,
        /** It does not hold: it was changed, or is over something else. */
        BROKEN
    }
}
