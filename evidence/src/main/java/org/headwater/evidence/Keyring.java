package org.headwater.evidence;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.headwater.model.Sha256;

/**
 * The keys of sealed originals, in the folder {@value #FOLDER} of a case. A passphrase gives, by Argon2id (RFC 9106), the
 * key that the case's master key is encrypted with; the master key encrypts a key for each original, drawn by chance when
 * it is written, in a file of its own and bound to the original's digest. Whoever destroys that file has destroyed the
 * original, wherever copies of its sealed bytes lie.
 *
 * <p>The passphrase is asked for once, when it is first needed. Safe for use by several threads.
 */
public final class Keyring {
    /** Where a case keeps its keys. */
    public static final String FOLDER = "keys";

    private static final String SEAL = "seal";
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** RFC 9106's second recommended option: three passes over 64 MiB. */
    private static final Cost USUAL = new Cost(64 * 1024, 3, 4);

    /** More memory than this is not spent on a file that may come from anywhere: 1 GiB. */
    private static final int MEMORY_KIB_MAX = 1 << 20;

    private static final int PASSES_MAX = 64;
    private static final int LANES_MAX = 64;

    private static final Pattern FORM = Pattern.compile("""
            headwater seal 1
            argon2id m=(\\d{1,7}) t=(\\d{1,2}) p=(\\d{1,2})
            salt ([A-Za-z0-9+/]{22}==)
            master ([A-Za-z0-9+/]{80})
            """);

    private final Path folder;
    private final PassphraseSource source;
    private final SecureRandom random = new SecureRandom();
    private Optional<SecretKeySpec> master = Optional.empty();

    /** What one trial of a passphrase costs. */
    private record Cost(int memoryKib, int passes, int lanes) {}

    private Keyring(Path folder, PassphraseSource source) {
        this.folder = folder.resolve(FOLDER);
        this.source = source;
    }

    static Keyring of(Path folder, PassphraseSource source) {
        return new Keyring(folder, source);
    }

    /** Whether originals in this folder of a case are sealed as they come in. */
    public static boolean isSealed(Path folder) {
        return new Keyring(folder, PassphraseSource.NONE).isSealed();
    }

    /** Keys of originals without the master key are those of a sealed case that was damaged, not of an open one. */
    boolean isSealed() {
        return Files.exists(folder.resolve(SEAL)) || holdsKeys();
    }

    private boolean holdsKeys() {
        File[] folders = folder.toFile().listFiles(File::isDirectory);
        return folders != null && folders.length > 0;
    }

    /**
     * Makes the keyring of a case: a master key drawn by chance, encrypted with the passphrase.
     *
     * @throws IOException if there is one already, or it cannot be written
     */
    public static void make(Path caseFolder, char[] passphrase) throws IOException {
        if (isSealed(caseFolder)) {
            throw new IOException("its originals are sealed already");
        }
        Path originals = caseFolder.resolve("originals");
        if (Files.isDirectory(originals)) {
            try (Stream<Path> walk = Files.walk(originals)) {
                if (walk.anyMatch(file -> file.getFileName().toString().endsWith(EvidenceStore.SEALED))) {
                    throw new IOException(
                            "originals are sealed with keys that are not there (put back its folder 'keys')");
                }
            }
        }
        Keyring made = new Keyring(caseFolder, PassphraseSource.NONE);
        byte[] key = made.drawn(KEY_BYTES);
        made.write(key, passphrase);
        Arrays.fill(key, (byte) 0);
    }

    /**
     * Encrypts the master key with another passphrase. Copies of the old file still open with the old one.
     *
     * @throws SealedException if the present passphrase is wrong
     */
    public static void change(Path caseFolder, char[] present, char[] other) throws IOException {
        Keyring ring = new Keyring(caseFolder, () -> Optional.of(present.clone()));
        ring.write(ring.master().getEncoded(), other);
    }

    private void write(byte[] key, char[] passphrase) throws IOException {
        Files.createDirectories(folder);
        Disk.flushFolder(folder.getParent());
        byte[] salt = drawn(SALT_BYTES);
        String begin = "headwater seal 1\nargon2id m=" + USUAL.memoryKib() + " t=" + USUAL.passes() + " p="
                + USUAL.lanes() + "\nsalt " + Base64.getEncoder().encodeToString(salt) + "\n";
        byte[] wrapped = wrap(derived(passphrase, salt, USUAL), key, begin);
        Disk.replacePrivate(
                folder.resolve(SEAL),
                (begin + "master " + Base64.getEncoder().encodeToString(wrapped) + "\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] drawn(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }

    private static SecretKeySpec derived(char[] passphrase, byte[] salt, Cost cost) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] key = new byte[KEY_BYTES];
        argon2.generateBytes(passphrase, key);
        return new SecretKeySpec(key, "AES");
    }

    /**
     * The master key; asks for the passphrase if it was not asked for yet.
     *
     * @throws SealedException if there is none, or it is wrong
     */
    synchronized SecretKeySpec master() throws IOException {
        if (master.isPresent()) {
            return master.get();
        }
        Path file = folder.resolve(SEAL);
        if (Files.notExists(file)) {
            throw new IOException("the file " + file + " is missing (put it back from a backup)");
        }
        Matcher form = FORM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!form.matches()) {
            throw new IOException("the file " + file + " is damaged (put it back from a backup)");
        }
        Cost cost = new Cost(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        if (cost.lanes() < 1
                || cost.lanes() > LANES_MAX
                || cost.passes() < 1
                || cost.passes() > PASSES_MAX
                || cost.memoryKib() < 8 * cost.lanes()
                || cost.memoryKib() > MEMORY_KIB_MAX) {
            throw new IOException("the file " + file + " asks for " + cost.memoryKib() + " KiB and " + cost.passes()
                    + " passes to try a passphrase (at most " + MEMORY_KIB_MAX + " and " + PASSES_MAX + ")");
        }
        char[] passphrase = source.ask()
                .orElseThrow(() -> new SealedException("its originals are sealed, and " + PassphraseSource.NOT_GIVEN));
        try {
            byte[] key = unwrap(
                    derived(passphrase, Base64.getDecoder().decode(form.group(4)), cost),
                    Base64.getDecoder().decode(form.group(5)),
                    form.group().substring(0, form.group().indexOf("master ")));
            master = Optional.of(new SecretKeySpec(key, "AES"));
            return master.get();
        } catch (GeneralSecurityException e) {
            throw new SealedException("the passphrase is wrong");
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /** A key for bytes that are about to be written. */
    byte[] newKey() {
        return drawn(KEY_BYTES);
    }

    /** Keeps the key of an original, in place of one it had. */
    void put(Sha256 original, byte[] key) throws IOException {
        Path file = file(original);
        if (Files.notExists(file.getParent())) {
            Files.createDirectories(file.getParent());
            Disk.flushFolder(file.getParent().getParent());
        }
        Disk.replacePrivate(file, wrap(master(), key, bound(original)));
    }

    /**
     * The key of an original.
     *
     * @throws IOException if it has none, which is how an original is destroyed, or it is damaged
     */
    byte[] key(Sha256 original) throws IOException {
        Path file = file(original);
        if (!Files.exists(file)) {
            throw new IOException("its key is not there");
        }
        try {
            return unwrap(master(), Files.readAllBytes(file), bound(original));
        } catch (GeneralSecurityException e) {
            throw new IOException("its key " + file + " is damaged or another original's", e);
        }
    }

    /** Destroys the key of an original: its bytes are overwritten where they lie, then the file is deleted. */
    void destroy(Sha256 original) throws IOException {
        Path file = file(original);
        Files.deleteIfExists(Disk.unfinished(file));
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                EvidenceStore.writeFully(channel, ByteBuffer.allocate((int) channel.size()));
                channel.force(true);
            }
            Disk.delete(file);
        }
    }

    /** Whether a file in the folder of keys is one, and not what a killed process left of it. */
    public static boolean isKey(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().endsWith(Disk.UNFINISHED);
    }

    /** Files that a killed process left on their way to become keys. */
    List<Path> unfinished() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            return walk.filter(each -> each.getFileName().toString().endsWith(Disk.UNFINISHED))
                    .toList();
        }
    }

    private Path file(Sha256 original) {
        return folder.resolve(original.hex().substring(0, 2)).resolve(original.hex());
    }

    private static String bound(Sha256 original) {
        return "headwater original 1\n" + original + "\n";
    }

    private byte[] wrap(SecretKeySpec by, byte[] key, String bound) throws IOException {
        byte[] nonce = drawn(AesGcm.NONCE_BYTES);
        try {
            byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, by, nonce, bound).doFinal(key);
            return ByteBuffer.allocate(nonce.length + wrapped.length)
                    .put(nonce)
                    .put(wrapped)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IOException("a key cannot be encrypted: " + e.getMessage(), e);
        }
    }

    private static byte[] unwrap(SecretKeySpec by, byte[] wrapped, String bound) throws GeneralSecurityException {
        if (wrapped.length != AesGcm.NONCE_BYTES + KEY_BYTES + AesGcm.TAG_BYTES) {
            throw new GeneralSecurityException("it has " + wrapped.length + " bytes");
        }
        return cipher(Cipher.DECRYPT_MODE, by, Arrays.copyOf(wrapped, AesGcm.NONCE_BYTES), bound)
                .doFinal(wrapped, AesGcm.NONCE_BYTES, wrapped.length - AesGcm.NONCE_BYTES);
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String bound)
            throws GeneralSecurityException {
        return AesGcm.cipher(mode, key, nonce, bound.getBytes(StandardCharsets.US_ASCII));
    }
}
