package org.headwater.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The chunks of one sealed original: a header, then its bytes in pieces of {@value #PLAIN_BYTES}, each encrypted by
 * AES-256-GCM. The nonce is the number of the chunk, which never comes twice under one key, since every writing of an
 * original has a key of its own; the number and whether it is the last chunk are authenticated with it. That chunks of two
 * originals cannot be exchanged follows from their keys, each of which is bound to the digest of its original where it is
 * kept (after the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 */
final class SealedChunks {
    static final int PLAIN_BYTES = 1 << 16;
    static final int TAG_BYTES = AesGcm.TAG_BYTES;

    private static final byte[] HEADER = "headwater sealed 1\n".getBytes(StandardCharsets.US_ASCII);

    private final SecretKeySpec key;
    private long number;

    /** Where a chunk stands. */
    enum Place {
        INSIDE,
        LAST
    }

    SealedChunks(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    static byte[] header() {
        return HEADER.clone();
    }

    /** Number of bytes that a sealed file of this length holds. */
    static long plainBytes(long sealedBytes) {
        long body = sealedBytes - HEADER.length;
        long each = PLAIN_BYTES + TAG_BYTES;
        long chunks = Math.max(1, (body + each - 1) / each);
        return Math.max(0, body - chunks * TAG_BYTES);
    }

    byte[] seal(byte[] plain, int length, Place place) throws IOException {
        try {
            return cipher(Cipher.ENCRYPT_MODE, place).doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IOException("it cannot be encrypted: " + e.getMessage(), e);
        }
    }

    byte[] open(byte[] sealed, Place place) throws IOException {
        if (sealed.length < TAG_BYTES) {
            throw new IOException("its sealed bytes were cut, in part " + (number + 1));
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, place).doFinal(sealed);
        } catch (AEADBadTagException e) {
            throw new IOException("its sealed bytes were changed or cut, in part " + number, e);
        } catch (GeneralSecurityException e) {
            throw new IOException("it cannot be decrypted: " + e.getMessage(), e);
        }
    }

    private Cipher cipher(int mode, Place place) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(AesGcm.NONCE_BYTES)
                .putInt(place == Place.LAST ? 1 : 0)
                .putLong(number++)
                .array();
        return AesGcm.cipher(mode, key, nonce, HEADER);
    }
}
