package org.headwater.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Checks signatures of custody entries on other threads. All must be of one key: the one that is expected, or else the
 * first entry's. Either every one is computed, or the last alone, which vouches for all before it in a whole chain.
 */
final class SignatureCheck {
    private static final int ENTRIES_A_TASK = 128;
    private static final int TASKS_MAX = 64;

    /** Which signatures are computed. */
    enum Extent {
        LAST,
        ALL
    }

    private final ExecutorService threads;
    private final Extent extent;
    private final List<Future<List<Long>>> tasks = new ArrayList<>();
    private final List<Long> bad = new ArrayList<>();
    private final List<CustodyEntry> insisted = new ArrayList<>();
    private List<CustodyEntry> waiting = new ArrayList<>();
    private Optional<VerifyingKey> key;
    private long signed;

    SignatureCheck(ExecutorService threads, Optional<VerifyingKey> key, Extent extent) {
        this.threads = threads;
        this.extent = extent;
        this.key = key;
    }

    void add(CustodyEntry entry) {
        if (key.isEmpty()) {
            key = entry.signature().map(signature -> VerifyingKey.ofBase64(signature.key()));
        }
        signed++;
        if (extent == Extent.LAST) {
            if (key.filter(by -> entry.signature().orElseThrow().key().equals(by.base64()))
                    .isEmpty()) {
                bad.add(entry.sequence());
            }
            waiting.clear();
        }
        waiting.add(entry);
        if (waiting.size() == ENTRIES_A_TASK) {
            submit();
        }
    }

    /** Has this signature computed, whatever the extent: no later one vouches for it. */
    void insist(CustodyEntry entry) {
        if (extent == Extent.LAST && entry.signature().isPresent()) {
            insisted.add(entry);
        }
    }

    private void submit() {
        List<CustodyEntry> entries = waiting;
        VerifyingKey by = key.orElseThrow();
        waiting = new ArrayList<>();
        tasks.add(threads.submit(() -> entries.stream()
                .filter(entry -> !entry.isSignedBy(by))
                .map(CustodyEntry::sequence)
                .toList()));
        if (tasks.size() > TASKS_MAX) {
            bad.addAll(done(tasks.remove(0)));
        }
    }

    /** The entries whose signature does not hold, in order. */
    List<Long> finish() throws IOException {
        if (key.isPresent()) {
            waiting.addAll(insisted);
        }
        if (!waiting.isEmpty()) {
            submit();
        }
        for (Future<List<Long>> task : tasks) {
            bad.addAll(done(task));
        }
        tasks.clear();
        return bad.stream().distinct().sorted().toList();
    }

    /** Number of entries that bear a signature. */
    long signed() {
        return signed;
    }

    /** The key that the entries must be signed with, if any is signed. */
    Optional<VerifyingKey> key() {
        return key;
    }

    private static List<Long> done(Future<List<Long>> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot check signatures: interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot check signatures: " + e.getCause(), e.getCause());
        }
    }
}
