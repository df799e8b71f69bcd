package org.headwater.model;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest, as 64 lower-case hexadecimal digits.
 *
 * @param hex the digits
 */
public record Sha256(String hex) implements Comparable<Sha256> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("Invalid SHA-256: '" + hex + "' (must be 64 lower-case hex digits)");
        }
    }

    /** The digest whose 32 bytes are given. */
    public static Sha256 of(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
