package org.headwater.casefile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.CustodyHead;
import org.headwater.evidence.CustodyLog;
import org.headwater.evidence.Disk;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.Keyring;
import org.headwater.evidence.SigningKey;
import org.headwater.evidence.timestamp.Timestamps;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * Writes a case to one file, a zip, as it is at one moment: a snapshot of the store; the custody log up to the entry that
 * this snapshot remembers; the originals that these entries name; keys, timestamps and everything else in the folder but
 * the search index, which is made again. Then the digests of all these, signed with the case's key.
 *
 * <p>Of a sealed case, originals go as they lie, sealed, and what is derived stays behind, to be made again. Their keys are
 * in a file of their own, with what was erased until then: destroying old ones of these is what makes an erasure reach
 * every backup.
 *
 * <p>A backup has the case's key and everything that is in the case: guard it as you guard the case.
 */
public final class CaseBackup {
    static final String SUMS = "SHA256SUMS";
    static final String SIGNATURE = "SHA256SUMS.sig";
    static final String STORE = "case.db";

    /** Is there if originals of the case are sealed, be it that it had none yet. */
    static final String SEALED = "SEALED";

    /** Made again, or of one process only. */
    private static final Set<String> LEFT_OUT = Set.of("index", "unfinished", "originals", Keyring.FOLDER);

    /** End of the name of the file with the keys of sealed originals. */
    private static final String KEYS = ".keys";

    private final Path folder;
    private final CaseSettings settings;
    private final Store store;

    CaseBackup(Path folder, CaseSettings settings, Store store) {
        this.folder = folder;
        this.settings = settings;
        this.store = store;
    }

    /**
     * What was written.
     *
     * @param bytes size of the file
     * @param originals number of originals in it
     * @param head the last custody entry in it: digest and number
     * @param keys the file with the keys of sealed originals; absent if they are not sealed
     */
    public record Summary(long bytes, long originals, CustodyHead head, Optional<Path> keys) {}

    /** Where the keys of the sealed originals of a backup are put. */
    static Path keysOf(Path file) {
        return file.resolveSibling(file.getFileName() + KEYS);
    }

    Summary write(Path file, ReadListener listener) throws CaseException {
        announce(file);
        Path target = file.toAbsolutePath();
        Path aside = target.resolveSibling(target.getFileName() + ".part");
        Path snapshot = target.resolveSibling(target.getFileName() + ".db.part");
        try {
            Files.deleteIfExists(snapshot);
            store.copyTo(snapshot);
            boolean sealed = Keyring.isSealed(folder);
            CustodyHead head = Snapshot.head(snapshot, sealed ? Snapshot.Texts.LEFT_OUT : Snapshot.Texts.KEPT);
            long originals;
            try (Archive archive = new Archive(aside)) {
                archive.add(STORE, snapshot);
                log(archive, head);
                originals = copy(archive, head, listener);
                if (sealed) {
                    archive.add(SEALED, new byte[0]);
                }
                archive.finish(key());
            }
            Disk.place(aside, target);
            if (sealed) {
                keys(aside, head);
                Disk.place(aside, keysOf(target));
            }
            return new Summary(
                    Files.size(target), originals, head, sealed ? Optional.of(keysOf(file)) : Optional.empty());
        } catch (IOException e) {
            throw CaseException.failed("Cannot write backup " + file + ": " + Case.reason(e), e);
        } finally {
            discard(aside);
            discard(snapshot);
        }
    }

    private SigningKey key() throws IOException, CaseException {
        return SigningKey.find(folder)
                .orElseThrow(() -> CaseException.refused(
                        "Cannot sign the backup of case " + folder + ": its key custody.key is missing"));
    }

    private void log(Archive archive, CustodyHead head) throws IOException {
        archive.add(Custody.FILE, Files.newInputStream(folder.resolve(Custody.FILE)), head.bytes());
        archive.add(Custody.FILE + ".head", head.line().getBytes(StandardCharsets.US_ASCII));
    }

    /** The keys as they are now, with the log, which says what was erased. */
    private void keys(Path aside, CustodyHead head) throws IOException, CaseException {
        try (Archive archive = new Archive(aside);
                Stream<Path> walk = Files.walk(folder.resolve(Keyring.FOLDER))) {
            log(archive, head);
            Path signer = SigningKey.publicFile(folder);
            archive.add(signer.getFileName().toString(), signer);
            for (Path key : walk.filter(Keyring::isKey).sorted().toList()) {
                archive.add(name(key), key);
            }
            archive.finish(key());
        }
    }

    private String name(Path inside) {
        return folder.relativize(inside).toString().replace('\\', '/');
    }

    /** The backup is itself an entry. While another process writes, its entries are what is saved, and this one is not. */
    private void announce(Path file) throws CaseException {
        Optional<Custody> open = Custody.tryOpen(folder, settings, store);
        if (open.isPresent()) {
            try (Custody custody = open.get()) {
                custody.append(
                        List.of(CustodyEvent.of("backup", file.getFileName().toString())));
                custody.checkpoint();
            }
        }
    }

    private long copy(Archive archive, CustodyHead head, ReadListener listener) throws IOException, CaseException {
        List<Path> files = new ArrayList<>(others(head));
        Set<Sha256> named = new HashSet<>();
        CustodyLog.replay(folder.resolve(Custody.FILE), entry -> {
            if (entry.sequence() <= head.sequence()) {
                entry.original().ifPresent(named::add);
            }
        });
        long originals = 0;
        try (Stream<Path> walk = Files.walk(folder.resolve("originals"))) {
            for (Path original : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (EvidenceStore.named(original)
                        .filter(digest -> !named.contains(digest))
                        .isPresent()) {
                    // Taken in after the moment of the snapshot.
                    continue;
                }
                files.add(original);
                originals++;
            }
        }
        long total = 0;
        for (Path each : files) {
            total += Files.size(each);
        }
        long done = 0;
        for (Path each : files) {
            if (listener.stopRequested()) {
                throw CaseException.failed("Cannot write the backup: stopped; nothing is left of it", null);
            }
            archive.add(name(each), each);
            done += Files.size(each);
            listener.progress(new ReadProgress(ReadProgress.Stage.COPYING, done, total, 0, 0, ""));
        }
        return originals;
    }

    private List<Path> others(CustodyHead head) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> {
                        Path inside = folder.relativize(file);
                        String top = inside.getName(0).toString();
                        return !LEFT_OUT.contains(top)
                                && !top.startsWith(STORE)
                                && !top.equals(Custody.FILE)
                                && !top.startsWith(Custody.FILE + ".head")
                                && !top.startsWith(Custody.FILE + ".closing")
                                && !top.endsWith(".lock")
                                && !isNewer(inside, head);
                    })
                    .sorted()
                    .toList();
        }
    }

    /** A timestamp over an entry that the snapshot does not have. */
    private static boolean isNewer(Path inside, CustodyHead head) {
        String name = inside.getFileName().toString();
        return inside.getName(0).toString().equals(Timestamps.FOLDER)
                && name.matches("\\d{1,18}-.*")
                && Long.parseLong(name.substring(0, name.indexOf('-'))) > head.sequence();
    }

    private static void discard(Path aside) {
        for (String more : List.of("", "-wal", "-shm")) {
            Path file = aside.resolveSibling(aside.getFileName() + more);
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
    }

    /** The copy of the store. */
    private static final class Snapshot {
        /** Whether what was read in originals goes along: not where originals are sealed. */
        enum Texts {
            KEPT,
            LEFT_OUT
        }

        static CustodyHead head(Path snapshot, Texts texts) throws CaseException {
            Store copy = Store.open(snapshot);
            try {
                if (texts == Texts.LEFT_OUT) {
                    RedactedElsewhere.note(copy);
                    copy.transact(SettledRows::drop);
                    copy.forget(SettledRows.WITHHELD);
                    copy.compact();
                }
                return Custody.mark(copy)
                        .orElseThrow(
                                () -> CaseException.refused("Cannot write the backup: another process is changing a"
                                        + " case of Headwater 0.1 for the first time (wait for it to end)"));
            } finally {
                copy.close();
            }
        }
    }

    /** The zip, with the digest of each of its files. */
    private static final class Archive implements AutoCloseable {
        private final ZipOutputStream zip;
        private final StringBuilder sums = new StringBuilder();

        Archive(Path file) throws IOException {
            this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
            zip.setLevel(Deflater.BEST_SPEED);
        }

        void add(String name, Path file) throws IOException {
            add(name, Files.newInputStream(file), Long.MAX_VALUE);
        }

        void add(String name, byte[] bytes) throws IOException {
            add(name, new java.io.ByteArrayInputStream(bytes), bytes.length);
        }

        /** Adds at most so many bytes of a stream, and closes it. */
        void add(String name, InputStream from, long most) throws IOException {
            try (InputStream in = from) {
                zip.putNextEntry(entry(name));
                MessageDigest digest = ContentHash.sha256();
                OutputStream out = new DigestOutputStream(zip, digest);
                byte[] buffer = new byte[1 << 16];
                long left = most;
                while (left > 0) {
                    int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                    if (n < 0) {
                        break;
                    }
                    out.write(buffer, 0, n);
                    left -= n;
                }
                zip.closeEntry();
                sums.append(Sha256.of(digest.digest()).hex())
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
        }

        private static ZipEntry entry(String name) {
            ZipEntry entry = new ZipEntry(name);
            // The same case gives the same bytes: what counts is in the custody log, not in the times of files.
            entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
            return entry;
        }

        void finish(SigningKey key) throws IOException {
            byte[] bytes = sums.toString().getBytes(StandardCharsets.UTF_8);
            zip.putNextEntry(entry(SUMS));
            zip.write(bytes);
            zip.closeEntry();
            zip.putNextEntry(entry(SIGNATURE));
            zip.write(key.signature(bytes));
            zip.closeEntry();
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
