package org.headwater.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Builds the identifiers of derived things from what they are made of, so that the same input gives the same id on every
 * machine. SHA-256 over the parts, each preceded by its length, so that {@code ("ab","c")} and {@code ("a","bc")} differ.
 *
 * <p>Not thread-safe; make one for each id.
 */
public final class ContentHash {
    /** Hexadecimal digits kept of the digest in an id: 80 bits, far beyond chance collisions within one case. */
    static final int ID_DIGITS = 20;

    private final MessageDigest digest = sha256();

    private ContentHash() {}

    /** Starts a hash over the given parts, in this order. */
    public static ContentHash of(String... parts) {
        ContentHash hash = new ContentHash();
        for (String part : parts) {
            hash.with(part);
        }
        return hash;
    }

    /** Adds one more part. */
    public ContentHash with(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        int n = bytes.length;
        digest.update(new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n});
        digest.update(bytes);
        return this;
    }

    /** Adds a number as one more part. */
    public ContentHash with(long part) {
        return with(Long.toString(part));
    }

    /** Ends the hash: the prefix, an underscore and the first 20 hexadecimal digits. Call once. */
    public String id(String prefix) {
        return prefix + "_" + HexFormat.of().formatHex(digest.digest()).substring(0, ID_DIGITS);
    }

    /** A fresh SHA-256 digest, which every Java platform has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot hash: this Java platform lacks SHA-256", e);
        }
    }
}
