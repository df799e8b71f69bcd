package org.headwater.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * Checks that every original still has the bytes it was filed under, that the custody log is whole and signed by one key,
 * and that the two agree. Reads everything, on all processors, changes nothing, and goes on after damage so that it finds
 * all there is.
 *
 * <p>It cannot tell that somebody who has the case's key rewrote the whole log and its head: for that, keep {@link
 * Result#head} where they cannot reach it and give it back in {@link Expected#heads}, or have it time-stamped.
 */
public final class Verification {
    private static final int BUFFER_BYTES = 1 << 18;

    private final EvidenceStore store;
    private final Path log;
    private final Expected expected;

    private Verification(EvidenceStore store, Path log, Expected expected) {
        this.store = store;
        this.log = log;
        this.expected = expected;
    }

    /** The verification of this store against this custody log. */
    public static Verification of(EvidenceStore store, Path log) {
        return new Verification(store, log, Expected.NOTHING);
    }

    /** This verification with what is known from elsewhere. */
    public Verification expecting(Expected other) {
        return new Verification(store, log, other);
    }

    /**
     * What is known from outside of the log and must be found in it.
     *
     * @param marks entries that something remembers
     * @param heads digests that must be those of entries
     * @param key the key that every signed entry must be signed with; without one, the first entry's
     */
    public record Expected(List<LogMark> marks, Set<Sha256> heads, Optional<VerifyingKey> key) {
        /** Nothing is known. */
        public static final Expected NOTHING = new Expected(List.of(), Set.of(), Optional.empty());

        public Expected {
            marks = List.copyOf(marks);
            heads = Set.copyOf(heads);
        }
    }

    /**
     * Checks everything.
     *
     * @throws IOException if the store's folders cannot be listed; damage to what is in them is a result
     */
    public Result run(Progress progress) throws IOException {
        return run(progress, entry -> {});
    }

    /**
     * Checks everything, and hands on what is in the log.
     *
     * @param each is given every entry that is as it was written, in the order of the log
     * @throws IOException if the store's folders cannot be listed; damage to what is in them is a result
     */
    public Result run(Progress progress, Consumer<CustodyEntry> each) throws IOException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()), task -> {
                    Thread thread = new Thread(task, "headwater-verifying");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            return run(progress, each, threads);
        } finally {
            threads.shutdownNow();
        }
    }

    private Result run(Progress progress, Consumer<CustodyEntry> each, ExecutorService threads) throws IOException {
        Map<Sha256, Long> named = new TreeMap<>();
        Set<Sha256> erased = new HashSet<>();
        Set<Sha256> unmet = new HashSet<>(expected.heads());
        long[] checkpoints = {0};
        SignatureCheck signatures = new SignatureCheck(threads, expected.key(), SignatureCheck.Extent.LAST);
        CustodyScan.Result scan = CustodyScan.of(
                log,
                expected.marks(),
                entry -> {
                    Set<Long> closes = entry.closes();
                    if (!closes.isEmpty()) {
                        // What an erasure has not got to yet may still be there.
                        named.forEach((sha256, sequence) -> {
                            if (closes.contains(sequence)) {
                                erased.add(sha256);
                            }
                        });
                        named.keySet().removeAll(erased);
                    }
                    entry.original().ifPresent(sha256 -> {
                        erased.remove(sha256);
                        named.putIfAbsent(sha256, entry.sequence());
                    });
                    unmet.remove(entry.digest());
                    checkpoints[0] += entry.event().action().equals(CustodyLog.CHECKPOINT) ? 1 : 0;
                    each.accept(entry);
                },
                signatures);
        if (!scan.damage().isEmpty()) {
            // What vouched for all does not any more: now each signature has to tell for itself.
            SignatureCheck all = new SignatureCheck(threads, expected.key(), SignatureCheck.Extent.ALL);
            scan = CustodyScan.of(log, expected.marks(), entry -> {}, all);
        }
        List<Damage> damage = new ArrayList<>(scan.damage());
        unmet.stream()
                .sorted()
                .map(head -> new Damage(
                        Damage.Kind.CHANGED_ENTRY,
                        "head " + head,
                        "Cannot trust custody log " + log + ": no entry has the digest " + head
                                + " that was expected; it was cut or written anew"))
                .forEach(damage::add);
        Originals originals = new Originals(named, erased, damage.isEmpty(), progress);
        originals.check(threads, damage);
        return new Result(
                new Counts(
                        originals.files.size(), originals.total, scan.entries(), signatures.signed(), checkpoints[0]),
                scan.head(),
                signatures.key(),
                damage);
    }

    /** The originals against their names and against the log. */
    private final class Originals {
        private final List<Path> files;
        private final long total;
        private final Map<Sha256, Long> named;
        private final Set<Sha256> erased;
        private final boolean whole;
        private final Progress progress;
        private final AtomicLong done = new AtomicLong();

        Originals(Map<Sha256, Long> named, Set<Sha256> erased, boolean whole, Progress progress) throws IOException {
            this.files = store.files();
            this.named = named;
            this.erased = erased;
            this.whole = whole;
            this.progress = progress;
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            this.total = bytes;
        }

        void check(ExecutorService threads, List<Damage> damage) {
            List<Future<Optional<Damage>>> checks = new ArrayList<>(files.size());
            for (Path file : files) {
                checks.add(threads.submit(() -> check(file)));
            }
            for (Future<Optional<Damage>> each : checks) {
                finished(each).ifPresent(damage::add);
                progress.checked(done.get(), total);
            }
            named.forEach((sha256, sequence) -> {
                if (!store.has(sha256)) {
                    damage.add(new Damage(
                            Damage.Kind.MISSING_ORIGINAL,
                            sha256.hex(),
                            "Cannot find original " + sha256 + ", kept by custody entry " + sequence));
                }
            });
        }

        private Optional<Damage> check(Path file) {
            Sha256 actual;
            Optional<Sha256> said = EvidenceStore.named(file);
            if (said.filter(erased::contains).isPresent()) {
                // Its key may be gone already.
                return Optional.empty();
            }
            try {
                actual = digest(file, said);
            } catch (IOException e) {
                return Optional.of(new Damage(
                        Damage.Kind.UNREADABLE_FILE,
                        file.toString(),
                        "Cannot read original " + file + ": " + FileTrouble.inWords(e)));
            }
            if (!List.of(store.file(actual), store.sealedFile(actual)).contains(file)) {
                return Optional.of(new Damage(
                        Damage.Kind.CHANGED_ORIGINAL,
                        file.toString(),
                        "Cannot trust original " + file + ": its bytes have the digest " + actual));
            }
            if (whole && !named.containsKey(actual) && !store.isUnrecorded(actual)) {
                return Optional.of(new Damage(
                        Damage.Kind.UNRECORDED_FILE,
                        file.toString(),
                        "Cannot tell where " + file + " comes from: no custody entry names it"));
            }
            return Optional.empty();
        }

        private Sha256 digest(Path file, Optional<Sha256> said) throws IOException {
            MessageDigest digest = ContentHash.sha256();
            byte[] buffer = new byte[BUFFER_BYTES];
            boolean sealed = said.isPresent() && store.sealedFile(said.get()).equals(file);
            try (InputStream in = sealed ? store.opened(file, said.get()) : Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                    done.addAndGet(n);
                }
            }
            return Sha256.of(digest.digest());
        }
    }

    private static <T> T finished(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot go on verifying: interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot go on verifying: " + e.getCause(), e.getCause());
        }
    }

    /** Is told how far a verification has come, always by the thread that runs it. */
    @FunctionalInterface
    public interface Progress {
        /** So many of so many bytes of originals are checked. */
        void checked(long bytes, long of);

        /** For those who do not care. */
        static Progress none() {
            return (bytes, of) -> {};
        }
    }

    /**
     * How much was checked.
     *
     * @param files number of files among the originals
     * @param bytes their size
     * @param entries number of good custody entries
     * @param signed how many of these bear a signature
     * @param checkpoints how many of these are checkpoints
     */
    public record Counts(long files, long bytes, long entries, long signed, long checkpoints) {}

    /**
     * What a verification found.
     *
     * @param counts how much was checked
     * @param head the end of the custody log, as far as it could be read
     * @param key the key that the entries are signed with; absent where none is
     * @param damage everything wrong, the log's first, then by file
     */
    public record Result(Counts counts, CustodyHead head, Optional<VerifyingKey> key, List<Damage> damage) {
        public Result {
            damage = List.copyOf(damage);
        }

        public boolean isWhole() {
            return damage.isEmpty();
        }
    }
}
