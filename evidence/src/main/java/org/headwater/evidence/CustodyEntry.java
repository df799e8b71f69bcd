package org.headwater.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.model.ContentHash;
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
 * @param signature by the case's key; absent from entries that Headwater 0.1 wrote
 */
public record CustodyEntry(
        long sequence,
        Instant time,
        String who,
        CustodyEvent event,
        Sha256 previous,
        Sha256 digest,
        Optional<Signature> signature) {
    /** What the first entry names as the digest before it. */
    public static final Sha256 NO_PREVIOUS = new Sha256("0".repeat(64));

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** An entry of which only place, digests and signature are left; see {@link CustodyLog#closeEntries}. */
    static CustodyEntry closed(long sequence, Sha256 previous, Sha256 digest, Optional<Signature> signature) {
        return new CustodyEntry(
                sequence,
                Instant.EPOCH,
                "",
                CustodyEvent.of(CustodyEvent.CLOSED, Long.toString(sequence)),
                previous,
                digest,
                signature);
    }

    /** Whether its words were taken out: then it has no time, and does not say who did what. */
    public boolean isClosed() {
        return event.action().equals(CustodyEvent.CLOSED);
    }

    /** The numbers of entries before this one whose words may be taken out because of it. */
    public Set<Long> closes() {
        Set<Long> numbers = new TreeSet<>();
        Matcher matcher = NUMBER.matcher(event.details().getOrDefault(CustodyEvent.CLOSES, ""));
        while (matcher.find()) {
            numbers.add(Long.parseLong(matcher.group()));
        }
        numbers.removeIf(number -> number >= sequence);
        return numbers;
    }

    /** The original that the store must have because of this entry. */
    public Optional<Sha256> original() {
        return Optional.ofNullable(event.details().get(CustodyEvent.SHA256)).map(Sha256::new);
    }

    /** The bytes that an entry's signature signs: its place, what it follows, and its digest. */
    static byte[] signed(long sequence, Sha256 previous, Sha256 digest) {
        return ("headwater custody 2\n" + sequence + "\n" + previous + "\n" + digest + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What the entry after this one covers of its signature. */
    Sha256 covered() {
        return signature.map(Signature::digest).orElse(NO_PREVIOUS);
    }

    /** Whether this entry covers that signature of the entry before; entries without a signature cover none, and closed
     * ones do not say. */
    boolean covers(Sha256 before) {
        return isClosed() || signature.map(own -> own.covers().equals(before)).orElse(true);
    }

    /** Whether this entry bears a signature of that key. */
    public boolean isSignedBy(VerifyingKey key) {
        return signature
                .filter(each -> each.key().equals(key.base64()))
                .filter(each -> key.verifies(signed(sequence, previous, digest), each.value()))
                .isPresent();
    }

    /**
     * A signature and whose it is.
     *
     * @param covers digest of the signature of the entry before, so that a good signature vouches for all before it too;
     *     {@link #NO_PREVIOUS} where that has none
     * @param key the public key, 32 bytes in base 64
     * @param salt 16 bytes in base 64 that nobody without the key can foresee, so that a digest that is handed on without
     *     its words does not let them be guessed; empty in a closed entry
     * @param value the signature in base 64; empty while the entry is not sealed yet
     */
    public record Signature(Sha256 covers, String key, String salt, String value) {
        /** What the next entry covers of this one. */
        Sha256 digest() {
            return Sha256.of(ContentHash.sha256().digest(value.getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
