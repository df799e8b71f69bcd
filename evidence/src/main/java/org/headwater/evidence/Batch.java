package org.headwater.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.headwater.evidence.Keeping.Presence;
import org.headwater.model.Sha256;

/**
 * Originals that are kept together. Nothing of a batch is in the store before {@link #flush}, which asks the disk to
 * write many files at once: the file system then waits for the disk a few times, not once a file. Record an original in
 * the custody log only after its flush.
 *
 * <p>Not thread-safe. Closing a batch throws away what was not flushed.
 */
public final class Batch implements Closeable {
    /** Enough flushes under way at once for a file system to do them together. */
    private static final int FLUSHES_AT_ONCE = 8;

    private final EvidenceStore store;
    private final Map<Sha256, Pending> pending = new LinkedHashMap<>();

    /** Bytes on their way in, with the key they are sealed with, if they are. */
    private record Pending(Path aside, Optional<byte[]> key) {}

    Batch(EvidenceStore store) {
        this.store = store;
    }

    /**
     * Takes the bytes of a stream, which stays open, into the batch.
     *
     * @param in where the bytes come from
     * @param boundBytes the most bytes to keep; more are refused
     * @return {@link Keeping.Kept} is a promise here that {@link #flush} keeps
     */
    public Keeping keep(InputStream in, long boundBytes) {
        Path aside = store.aside();
        boolean taken = false;
        try {
            Optional<byte[]> key =
                    store.isSealed() ? Optional.of(store.keyring().newKey()) : Optional.empty();
            Keeping keeping = EvidenceStore.copy(in, boundBytes, aside, key);
            if (!(keeping instanceof Keeping.Kept kept)) {
                return keeping;
            }
            if (pending.containsKey(kept.sha256()) || store.has(kept.sha256())) {
                return new Keeping.Kept(kept.sha256(), kept.size(), Presence.ALREADY_KEPT);
            }
            Optional<String> refusal = store.refusal(kept.sha256());
            if (refusal.isPresent()) {
                return new Keeping.Erased(kept.sha256(), refusal.get());
            }
            pending.put(kept.sha256(), new Pending(aside, key));
            taken = true;
            return kept;
        } catch (IOException e) {
            return new Keeping.Failed(
                    "Cannot keep original: the store cannot write " + aside + ": " + FileTrouble.inWords(e));
        } finally {
            if (!taken) {
                EvidenceStore.discard(aside);
            }
        }
    }

    /** Takes the bytes of a file into the batch; see {@link #keep(InputStream, long)}. */
    public Keeping keep(Path file, long boundBytes) {
        try (InputStream in = Files.newInputStream(file)) {
            return keep(in, boundBytes);
        } catch (IOException e) {
            return new Keeping.Unreadable("Cannot read " + file + ": " + FileTrouble.inWords(e));
        }
    }

    /** Takes an original that is not yet in the store out of the batch. */
    public void drop(Sha256 sha256) {
        Pending dropped = pending.remove(sha256);
        if (dropped != null) {
            EvidenceStore.discard(dropped.aside());
        }
    }

    /**
     * An original, whether or not it is flushed; of one that is not, the bytes can be opened until it is.
     *
     * @throws IOException if neither batch nor store has it
     */
    public Original original(Sha256 sha256) throws IOException {
        Pending waiting = pending.get(sha256);
        if (waiting == null) {
            return store.original(sha256);
        }
        Path aside = waiting.aside();
        if (waiting.key().isEmpty()) {
            return new Original(Files.size(aside), Optional.of(aside), () -> Files.newInputStream(aside));
        }
        byte[] key = waiting.key().get();
        return new Original(
                SealedChunks.plainBytes(Files.size(aside)), Optional.empty(), () -> EvidenceStore.opened(aside, key));
    }

    /** Number of originals that are not yet in the store. */
    public int pending() {
        return pending.size();
    }

    /**
     * Brings everything into the store, where it survives a power cut.
     *
     * @throws IOException if the disk refuses; what was brought in until then is whole and stays, the rest stays pending
     */
    public void flush() throws IOException {
        if (pending.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(FLUSHES_AT_ONCE, pending.size()), task -> {
            Thread thread = new Thread(task, "headwater-flush");
            thread.setDaemon(true);
            return thread;
        });
        try {
            all(threads, pending.values().stream().map(Pending::aside).toList(), Disk::flushFile);
            TreeSet<Path> folders = new TreeSet<>();
            for (Map.Entry<Sha256, Pending> each : new ArrayList<>(pending.entrySet())) {
                Pending bytes = each.getValue();
                folders.addAll(store.place(bytes.aside(), each.getKey(), bytes.key()));
                pending.remove(each.getKey());
            }
            all(threads, folders, Disk::flushFolder);
        } finally {
            threads.shutdown();
        }
    }

    @Override
    public void close() {
        pending.values().forEach(waiting -> EvidenceStore.discard(waiting.aside()));
        pending.clear();
    }

    private static void all(ExecutorService threads, Collection<Path> paths, Flush flush) throws IOException {
        List<Callable<Void>> tasks = new ArrayList<>(paths.size());
        for (Path path : paths) {
            tasks.add(() -> {
                flush.of(path);
                return null;
            });
        }
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the disk refused a flush: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while flushing", e);
        }
    }

    /** One flush to disk. */
    @FunctionalInterface
    private interface Flush {
        void of(Path path) throws IOException;
    }
}
