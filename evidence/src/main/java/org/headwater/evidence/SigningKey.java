package org.headwater.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.headwater.model.Sha256;

/**
 * The key that a case signs its custody entries and bundles with: Ed25519 (RFC 8032), in two PEM files beside the log that
 * {@code openssl} reads: {@code custody.key}, which only the owner may read, and {@code custody.pub}.
 *
 * <p>It proves that a line was written by somebody who had the case's key. Whoever can read the folder has it too: against
 * them help only a head or a timestamp that is kept elsewhere. Immutable and safe for use by several threads.
 */
public final class SigningKey {
    private static final int SALT_BYTES = 16;
    private static final String PRIVATE = "custody.key";
    private static final String PUBLIC = "custody.pub";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final Ed25519PrivateKeyParameters key;
    private final VerifyingKey verifying;

    private SigningKey(Ed25519PrivateKeyParameters key) {
        this.key = key;
        this.verifying = new VerifyingKey(key.generatePublicKey());
    }

    /** A new key, held nowhere but in memory. */
    public static SigningKey generate(SecureRandom random) {
        return new SigningKey(new Ed25519PrivateKeyParameters(random));
    }

    /** Where a folder keeps the private half. */
    public static Path file(Path folder) {
        return folder.resolve(PRIVATE);
    }

    /** Where a folder keeps the public half. */
    public static Path publicFile(Path folder) {
        return folder.resolve(PUBLIC);
    }

    /**
     * The key of a folder, if it has one.
     *
     * @throws IOException if its file cannot be read or is no key
     */
    public static Optional<SigningKey> find(Path folder) throws IOException {
        Path file = file(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        try {
            String body = text.lines().filter(line -> !line.startsWith("-----")).reduce("", String::concat);
            AsymmetricKeyParameter read =
                    PrivateKeyFactory.createKey(Base64.getDecoder().decode(body));
            if (read instanceof Ed25519PrivateKeyParameters key) {
                SigningKey found = new SigningKey(key);
                if (found.pem().equals(text)) {
                    return Optional.of(found);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new IOException("Cannot read the case's key " + file + ": it is damaged", e);
        }
        throw new IOException(
                "Cannot read the case's key " + file + ": it is no Ed25519 key as this program writes it");
    }

    /**
     * The key of a folder, made if it has none.
     *
     * @throws IOException if it can neither be read nor written
     */
    public static SigningKey findOrMake(Path folder, SecureRandom random) throws IOException {
        Optional<SigningKey> found = find(folder);
        SigningKey key = found.isPresent() ? found.get() : generate(random);
        if (found.isEmpty()) {
            Disk.replacePrivate(file(folder), key.pem().getBytes(StandardCharsets.US_ASCII));
        }
        if (!Files.exists(publicFile(folder))) {
            // Also after a kill between the two.
            Disk.replace(publicFile(folder), key.verifying.pem().getBytes(StandardCharsets.US_ASCII));
        }
        return key;
    }

    private String pem() throws IOException {
        byte[] encoded = PrivateKeyInfoFactory.createPrivateKeyInfo(
                        new Ed25519PrivateKeyParameters(key.getEncoded(), 0), null)
                .getEncoded();
        return BEGIN + Base64.getEncoder().encodeToString(encoded) + END;
    }

    /** What makes the digest of an entry in this place unforeseeable for all who lack the key: 16 bytes in base 64. */
    String salt(long sequence, Sha256 previous) {
        byte[] digest = keyed("headwater salt 2\n" + sequence + "\n" + previous + "\n");
        return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, SALT_BYTES));
    }

    /**
     * What stands for an original that was erased: whoever has these bytes and the key can tell that they are the same;
     * nobody without the key can find out by trying.
     */
    public Sha256 salted(Sha256 original) {
        return Sha256.of(keyed("headwater erased 1\n" + original + "\n"));
    }

    private byte[] keyed(String words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(words.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a salt: this Java platform lacks HmacSHA256", e);
        }
    }

    /** The public half. */
    public VerifyingKey verifying() {
        return verifying;
    }

    /** The signature of these bytes, in base 64. */
    public String sign(byte[] message) {
        return Base64.getEncoder().encodeToString(signature(message));
    }

    /** The signature of these bytes: 64 bytes. */
    public byte[] signature(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }
}
