package org.headwater.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * Checks that every original still has the bytes it was filed under, that the custody log is whole, and that the two
 * agree. Reads everything, changes nothing, and goes on after damage so that it finds all there is.
 *
 * <p>It cannot tell that somebody rewrote both the whole log and its head: for that, keep {@link Result#head} where they
 * cannot reach it.
 */
public final class Verification {
    private final EvidenceStore store;
    private final Path log;

    private Verification(EvidenceStore store, Path log) {
        this.store = store;
        this.log = log;
    }

    /** The verification of this store against this custody log. */
    public static Verification of(EvidenceStore store, Path log) {
        return new Verification(store, log);
    }

    /**
     * Checks everything.
     *
     * @throws IOException if the store's folders cannot be listed; damage to what is in them is a result
     */
    public Result run(Progress progress) throws IOException {
        List<Damage> damage = new ArrayList<>();
        Map<Sha256, Long> expected = new TreeMap<>();
        long[] entries = {0};
        CustodyHead head = CustodyHead.EMPTY;
        boolean whole = false;
        try {
            head = CustodyLog.replay(log, entry -> {
                entries[0] = entry.sequence();
                entry.original().ifPresent(sha256 -> expected.putIfAbsent(sha256, entry.sequence()));
            });
            whole = true;
        } catch (IOException e) {
            damage.add(new Damage(
                    Damage.Kind.BROKEN_LOG,
                    "entry " + (entries[0] + 1),
                    e.getMessage() == null ? "" + e : e.getMessage()));
        }
        List<Path> files = store.files();
        for (int i = 0; i < files.size(); i++) {
            checkFile(files.get(i), expected, whole, damage);
            progress.checked(i + 1L, files.size());
        }
        expected.forEach((sha256, sequence) -> {
            if (!store.has(sha256)) {
                damage.add(new Damage(
                        Damage.Kind.MISSING_ORIGINAL,
                        sha256.hex(),
                        "Cannot find original " + sha256 + ", kept by custody entry " + sequence));
            }
        });
        return new Result(files.size(), entries[0], head, damage);
    }

    private void checkFile(Path file, Map<Sha256, Long> expected, boolean whole, List<Damage> damage) {
        Sha256 actual;
        try {
            actual = digest(file);
        } catch (IOException e) {
            damage.add(new Damage(
                    Damage.Kind.UNREADABLE_FILE,
                    file.toString(),
                    "Cannot read original " + file + ": " + EvidenceStore.reason(e)));
            return;
        }
        if (!store.file(actual).equals(file)) {
            damage.add(new Damage(
                    Damage.Kind.CHANGED_ORIGINAL,
                    file.toString(),
                    "Cannot trust original " + file + ": its bytes have the digest " + actual));
        } else if (whole && !expected.containsKey(actual)) {
            damage.add(new Damage(
                    Damage.Kind.UNRECORDED_FILE,
                    file.toString(),
                    "Cannot tell where " + file + " comes from: no custody entry names it"));
        }
    }

    private static Sha256 digest(Path file) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return Sha256.of(digest.digest());
    }

    /** Is told how far a verification has come. */
    @FunctionalInterface
    public interface Progress {
        /** So many of so many files are checked. */
        void checked(long files, long of);

        /** For those who do not care. */
        static Progress none() {
            return (files, of) -> {};
        }
    }

    /**
     * What a verification found.
     *
     * @param files number of files checked
     * @param entries number of good custody entries
     * @param head the end of the custody log; of an empty log if the log is broken
     * @param damage everything wrong, the log's first, then by file
     */
    public record Result(long files, long entries, CustodyHead head, List<Damage> damage) {
        public Result {
            damage = List.copyOf(damage);
        }

        public boolean isWhole() {
            return damage.isEmpty();
        }
    }
}
