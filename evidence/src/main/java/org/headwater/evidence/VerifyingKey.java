package org.headwater.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * The public half of a case's key: tells whether something was signed with the other half. Ed25519 (RFC 8032), written as
 * a SubjectPublicKeyInfo (RFC 8410), which {@code openssl} reads. Immutable and safe for use by several threads.
 */
public final class VerifyingKey {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
    private static final String END = "\n-----END PUBLIC KEY-----\n";

    private final Ed25519PublicKeyParameters key;
    private final byte[] encoded;
    private final Sha256 id;

    VerifyingKey(Ed25519PublicKeyParameters key) {
        this.key = key;
        try {
            this.encoded =
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write a public key to memory", e);
        }
        this.id = Sha256.of(ContentHash.sha256().digest(encoded));
    }

    /**
     * Reads the bare key, 32 bytes in base 64, as every custody entry has it.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static VerifyingKey ofBase64(String text) {
        return new VerifyingKey(
                new Ed25519PublicKeyParameters(Base64.getDecoder().decode(text)));
    }

    /**
     * Reads a key from a PEM file's text.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static VerifyingKey ofPem(String text) {
        try {
            byte[] encoded = Base64.getDecoder()
                    .decode(text.lines()
                            .filter(line -> !line.startsWith("-----"))
                            .reduce("", String::concat));
            if (PublicKeyFactory.createKey(encoded) instanceof Ed25519PublicKeyParameters key) {
                VerifyingKey read = new VerifyingKey(key);
                if (read.pem().equals(text)) {
                    return read;
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("Cannot read public key: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("Cannot read public key: it is no Ed25519 key");
    }

    /** What people compare to tell whose key it is: SHA-256 of its SubjectPublicKeyInfo. */
    public Sha256 id() {
        return id;
    }

    /** The bare key in base 64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** The key as a PEM file. */
    public String pem() {
        return BEGIN + Base64.getEncoder().encodeToString(encoded) + END;
    }

    /** Whether the signature of these bytes, in base 64, was made with the private half. */
    public boolean verifies(byte[] message, String signature) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(signature.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return false;
        }
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, key);
        signer.update(message, 0, message.length);
        return signer.verifySignature(bytes);
    }
}
