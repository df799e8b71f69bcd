package org.headwater.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.headwater.evidence.Keeping.Presence;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * Originals in a folder, each filed under the SHA-256 of its bytes: {@code originals/ab/abcd…}. Same bytes are kept
 * once, and what is kept never changes: files are written aside, flushed, moved into place in one step and made
 * read-only. Bytes stream through; memory does not grow with their number. What lies in {@code originals} is always
 * whole.
 *
 * <p>In a case whose originals are sealed each lies encrypted in {@code originals/ab/abcd….sealed}, from its first byte on
 * disk, under a key of its own; see {@link Keyring}.
 *
 * <p>Safe for use by many threads, and by several processes on one folder. What is reported as kept survives a kill or
 * power cut (as far as the disk keeps its promise to flush).
 */
public final class EvidenceStore {
    private static final String ORIGINALS = "originals";
    private static final String UNFINISHED = "unfinished";
    private static final String PLACING = ".placing";
    static final String SEALED = ".sealed";
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path folder;
    private final Path originals;
    private final Path unfinished;

    /** Shared by all views of one store, which place one original after the other. */
    private final AtomicLong sequence;

    private final Function<Sha256, Optional<String>> refusal;
    private final Keyring keyring;
    private final Form form;

    private EvidenceStore(
            Path folder, AtomicLong sequence, Function<Sha256, Optional<String>> refusal, Keyring keyring, Form form) {
        this.form = form;
        this.folder = folder;
        this.originals = folder.resolve(ORIGINALS);
        this.unfinished = folder.resolve(UNFINISHED);
        this.sequence = sequence;
        this.refusal = refusal;
        this.keyring = keyring;
    }

    /**
     * The store in this folder, made if there is none.
     *
     * @throws IOException if its folders can neither be found nor made
     */
    public static EvidenceStore open(Path folder) throws IOException {
        EvidenceStore store = new EvidenceStore(
                folder,
                new AtomicLong(),
                any -> Optional.empty(),
                Keyring.of(folder, PassphraseSource.NONE),
                Form.AS_THE_CASE);
        Files.createDirectories(store.originals);
        Files.createDirectories(store.unfinished);
        return store;
    }

    /**
     * This store, but what it does not have and may not have again is {@link Keeping.Erased}, and never lies among the
     * originals.
     *
     * @param other why these bytes are not kept; empty if they may be
     */
    public EvidenceStore refusing(Function<Sha256, Optional<String>> other) {
        return new EvidenceStore(folder, sequence, other, keyring, form);
    }

    /** This store, with what it needs to open and keep sealed originals. */
    public EvidenceStore unlockedBy(PassphraseSource source) {
        return new EvidenceStore(folder, sequence, refusal, Keyring.of(folder, source), form);
    }

    /**
     * Asks for the passphrase now, if originals are sealed and it was not asked for yet.
     *
     * @throws SealedException if there is none, or it is wrong
     * @throws IOException if the keys cannot be read
     */
    public void unlock() throws IOException {
        if (keyring.isSealed()) {
            keyring.master();
        }
    }

    /** This store, but what it keeps lies open: for what is no evidence, such as a codebook. */
    public EvidenceStore keepingOpen() {
        return new EvidenceStore(folder, sequence, refusal, keyring, Form.OPEN);
    }

    /** Whether originals are sealed as they come in. */
    public boolean isSealed() {
        return form == Form.AS_THE_CASE && keyring.isSealed();
    }

    /** Whether an original lies here as it was taken in, readable without a key. */
    public boolean isOpen(Sha256 sha256) {
        return Files.isRegularFile(file(sha256));
    }

    /** In which form originals come to lie here. */
    private enum Form {
        AS_THE_CASE,
        OPEN
    }

    /** The keys of sealed originals. */
    Keyring keyring() {
        return keyring;
    }

    /** Why these bytes are not kept, though they could be. */
    Optional<String> refusal(Sha256 sha256) {
        return refusal.apply(sha256);
    }

    /**
     * Destroys an original, as far as a file system does: its name is gone, and the disk may use its blocks again.
     *
     * @throws IOException if it cannot be deleted
     */
    public void destroy(Sha256 sha256) throws IOException {
        keyring.destroy(sha256);
        Disk.delete(file(sha256));
        Disk.delete(sealedFile(sha256));
        recorded(sha256);
    }

    /**
     * Keeps the bytes of a stream, which stays open.
     *
     * @param in where the bytes come from
     * @param boundBytes the most bytes to keep; more are refused
     */
    public Keeping keep(InputStream in, long boundBytes) {
        try (Batch batch = batch()) {
            Keeping keeping = batch.keep(in, boundBytes);
            if (keeping.kept().isPresent()) {
                batch.flush();
            }
            return keeping;
        } catch (IOException e) {
            return new Keeping.Failed("Cannot keep original: " + FileTrouble.inWords(e));
        }
    }

    /** Keeps the bytes of a file; see {@link #keep(InputStream, long)}. */
    public Keeping keep(Path file, long boundBytes) {
        try (InputStream in = Files.newInputStream(file)) {
            return keep(in, boundBytes);
        } catch (IOException e) {
            return new Keeping.Unreadable("Cannot read " + file + ": " + FileTrouble.inWords(e));
        }
    }

    /** Starts a batch: many originals kept with far less waiting for the disk than one by one. */
    public Batch batch() {
        return new Batch(this);
    }

    /**
     * The bytes of an original.
     *
     * @throws IOException if the store does not have it, or cannot read it
     */
    public InputStream open(Sha256 sha256) throws IOException {
        Path plain = file(sha256);
        return Files.exists(plain) || Files.notExists(sealedFile(sha256))
                ? Files.newInputStream(plain)
                : opened(sealedFile(sha256), sha256);
    }

    /** The bytes of a sealed file that holds this original. */
    InputStream opened(Path sealed, Sha256 sha256) throws IOException {
        return opened(sealed, keyring.key(sha256));
    }

    static InputStream opened(Path sealed, byte[] key) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(sealed), BUFFER_BYTES);
        try {
            return new SealedInput(in, key);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private long size(Sha256 sha256) throws IOException {
        return Files.exists(file(sha256))
                ? Files.size(file(sha256))
                : SealedChunks.plainBytes(Files.size(sealedFile(sha256)));
    }

    /**
     * An original.
     *
     * @throws IOException if the store does not have it
     */
    public Original original(Sha256 sha256) throws IOException {
        return new Original(size(sha256), Optional.of(file(sha256)).filter(Files::isRegularFile), () -> open(sha256));
    }

    /** Where a sealed original lies, or would lie. */
    Path sealedFile(Sha256 sha256) {
        Path plain = file(sha256);
        return plain.resolveSibling(plain.getFileName() + SEALED);
    }

    /** The original that a file among the originals holds by its name, sealed or not; empty if its name is none. */
    public static Optional<Sha256> named(Path file) {
        String name = file.getFileName().toString();
        String digest = name.endsWith(SEALED) ? name.substring(0, name.length() - SEALED.length()) : name;
        return digest.matches("[0-9a-f]{64}") ? Optional.of(new Sha256(digest)) : Optional.empty();
    }

    /**
     * Seals an original that lies open: its sealed bytes are written, flushed and read again before the open ones are
     * deleted. One that is sealed already stays as it is.
     *
     * @throws IOException if its bytes are not what its name says, or it cannot be written
     */
    public void seal(Sha256 sha256) throws IOException {
        Path plain = file(sha256);
        if (Files.notExists(plain)) {
            return;
        }
        if (Files.notExists(sealedFile(sha256))) {
            Path aside = aside();
            try (InputStream in = Files.newInputStream(plain)) {
                byte[] key = keyring.newKey();
                Keeping copied = copy(in, Long.MAX_VALUE, aside, Optional.of(key));
                if (!copied.kept().map(Keeping.Kept::sha256).equals(Optional.of(sha256))) {
                    throw new IOException("its bytes are not those of its name (verify the case)");
                }
                Disk.flushFile(aside);
                check(sha256, opened(aside, key));
                keyring.put(sha256, key);
                makeReadOnly(aside);
                Files.move(aside, sealedFile(sha256), StandardCopyOption.ATOMIC_MOVE);
                Disk.flushFolder(plain.getParent());
            } finally {
                discard(aside);
            }
        }
        check(sha256, opened(sealedFile(sha256), sha256));
        Files.delete(plain);
        Disk.flushFolder(plain.getParent());
    }

    private static void check(Sha256 expected, InputStream sealed) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = sealed) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        if (!Sha256.of(digest.digest()).equals(expected)) {
            throw new IOException("its sealed bytes are not those of its name");
        }
    }

    /** Where an original lies, or would lie, that is not sealed. Read it, never write it. */
    public Path file(Sha256 sha256) {
        String hex = sha256.hex();
        return originals.resolve(hex.substring(0, 2)).resolve(hex);
    }

    public boolean has(Sha256 sha256) {
        return Files.isRegularFile(file(sha256)) || Files.isRegularFile(sealedFile(sha256));
    }

    /**
     * Every file among the originals, in the order of their names, whatever it is called.
     *
     * @throws IOException if a folder cannot be listed
     */
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        collect(originals, files);
        Collections.sort(files);
        return files;
    }

    /**
     * Removes what a killed process left unfinished; none of it was ever reported as kept. Call it only while no other
     * process keeps originals here, such as while holding the custody log.
     *
     * @return the number of files removed
     * @throws IOException if one cannot be removed
     */
    public int removeUnfinished() throws IOException {
        List<Path> files = new ArrayList<>();
        collect(unfinished, files);
        files.addAll(keyring.unfinished());
        int removed = 0;
        for (Path file : files) {
            if (!file.toString().endsWith(PLACING) && Files.deleteIfExists(file)) {
                removed++;
            }
        }
        return removed;
    }

    /** The folder for what is on its way in; nothing in it is evidence yet, and it may be emptied between runs. */
    public Path work() {
        return unfinished;
    }

    /** A name of its own for bytes on their way in. */
    Path aside() {
        return unfinished.resolve(ProcessHandle.current().pid() + "-" + sequence.incrementAndGet() + ".part");
    }

    /** Copies to the file, unflushed; returns what the bytes are, or why not all of them are there. */
    static Keeping copy(InputStream in, long boundBytes, Path aside, Optional<byte[]> key) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        OutputStream file = Files.newOutputStream(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (OutputStream out = key.isPresent() ? new SealedOutput(file, key.get()) : file) {
            while (true) {
                int n;
                try {
                    n = in.read(buffer);
                } catch (IOException e) {
                    return new Keeping.Unreadable(
                            "Cannot read original after " + size + " bytes: " + FileTrouble.inWords(e));
                }
                if (n < 0) {
                    return new Keeping.Kept(Sha256.of(digest.digest()), size, Presence.NEW);
                }
                size += n;
                if (size > boundBytes) {
                    return new Keeping.Refused(
                            "Cannot keep original: it has more than " + boundBytes + " bytes (the bound)");
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
    }

    /**
     * Moves flushed bytes to where they belong, sealed ones with their key; returns the folders to flush. Bytes that
     * somebody else placed meanwhile stay, with the key they were sealed with.
     */
    List<Path> place(Path aside, Sha256 sha256, Optional<byte[]> key) throws IOException {
        synchronized (sequence) {
            if (has(sha256)) {
                Files.deleteIfExists(aside);
                return List.of(file(sha256).getParent(), originals);
            }
            return placeNew(aside, sha256, key);
        }
    }

    private List<Path> placeNew(Path aside, Sha256 sha256, Optional<byte[]> key) throws IOException {
        Path target = key.isPresent() ? sealedFile(sha256) : file(sha256);
        if (key.isPresent()) {
            keyring.put(sha256, key.get());
        }
        Path folder = target.getParent();
        boolean newFolder = !Files.isDirectory(folder);
        Files.createDirectories(folder);
        makeReadOnly(aside);
        FileChannel.open(placing(sha256), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        return newFolder ? List.of(folder, originals) : List.of(folder);
    }

    /**
     * Whether an original is in the store and was perhaps not recorded in the custody log: its process ended in between. It
     * is no evidence then, until the same bytes are taken in again.
     */
    public boolean isUnrecorded(Sha256 sha256) {
        return Files.exists(placing(sha256));
    }

    /**
     * Tells the store that the custody log has an original.
     *
     * @throws IOException if its mark cannot be removed
     */
    public void recorded(Sha256 sha256) throws IOException {
        Files.deleteIfExists(placing(sha256));
    }

    /** An empty file that is there from before an original is placed until it is recorded. */
    private Path placing(Sha256 sha256) {
        return unfinished.resolve(sha256.hex() + PLACING);
    }

    private static void makeReadOnly(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("r--r--r--"));
        } else if (!file.toFile().setReadOnly()) {
            throw new IOException("the file cannot be made read-only");
        }
    }

    static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** What cannot be removed now is removed by the next {@link #removeUnfinished}. */
    static void discard(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            aside.toFile().deleteOnExit();
        }
    }

    private static void collect(Path folder, List<Path> files) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry)) {
                    collect(entry, files);
                } else {
                    files.add(entry);
                }
            }
        }
    }
}
