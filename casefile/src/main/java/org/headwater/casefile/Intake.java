package org.headwater.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.headwater.casefile.IntakeRows.Stamp;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.evidence.Batch;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.Keeping;
import org.headwater.evidence.Original;
import org.headwater.model.DocumentId;
import org.headwater.model.Sha256;
import org.headwater.reading.DocumentReader;
import org.headwater.reading.Source;
import org.headwater.statements.StatementReader;

/**
 * Takes files in, batch by batch. Of each batch the bytes are kept and flushed first, then the custody log is written,
 * then the store, in one transaction; only then is the batch reported as done. A kill in between leaves bytes or log
 * entries that the next run finds again, never a document without its evidence.
 *
 * <p>Reading and parsing run on several threads; keeping, logging and storing on the caller's alone, in the order of the
 * files, so that the same files give the same log.
 */
final class Intake implements AutoCloseable {
    private static final int FEWEST = 4;
    private static final int MOST = 256;
    private static final long BATCH_NANOS = 500_000_000L;

    private final Store store;
    private final EvidenceStore originals;
    private final Custody custody;
    private final String codebook;
    private final Taken.Tools tools;
    private final ExecutorService workers;

    private final Repeats repeats;
    private final Erasures erasures;

    private long documents;
    private long statements;
    private long done;
    private final List<IntakeOutcome> refused = new ArrayList<>();

    /** What is done with bytes that were erased before. */
    enum Repeats {
        REFUSED,
        TAKEN
    }

    Intake(Store store, EvidenceStore kept, Custody custody, CodebookSource codebook, CaseSettings settings)
            throws IOException {
        this(store, kept, custody, codebook, settings, Repeats.REFUSED);
    }

    Intake(
            Store store,
            EvidenceStore kept,
            Custody custody,
            CodebookSource codebook,
            CaseSettings settings,
            Repeats repeats)
            throws IOException {
        kept.unlock();
        this.store = store;
        this.repeats = repeats;
        this.erasures = custody.erasures();
        this.originals = repeats == Repeats.TAKEN ? kept : kept.refusing(erasures::refusal);
        this.custody = custody;
        this.codebook = codebook.identity();
        this.tools = new Taken.Tools(
                DocumentReader.apart(settings.limits()),
                StatementReader.of(codebook.codebook(), Gazetteer.shipped()),
                originals,
                settings);
        this.workers = Executors.newFixedThreadPool(settings.workers(), task -> {
            Thread thread = new Thread(task, "headwater-reading");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The files of a folder, or a file itself; those whose names begin with a dot are left out unless they are named.
     *
     * @throws CaseException refused if there is nothing
     */
    static List<Path> filesUnder(Path path) throws CaseException {
        if (Files.notExists(path)) {
            throw CaseException.refused("Cannot read " + path + ": there is no such file or folder");
        }
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith(".") || file.equals(path))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw CaseException.failed("Cannot read folder " + path + ": " + Case.reason(e), e);
        }
    }

    /** Takes in those files that are not known yet. */
    ReadSummary read(List<Path> files, ReadListener listener) throws IOException, CaseException {
        List<Wanted> wanted = new ArrayList<>();
        for (Path file : files) {
            String path = file.toAbsolutePath().normalize().toString();
            Stamp stamp =
                    new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
            if (!IntakeRows.isKnown(store, path, stamp)
                    || (repeats == Repeats.TAKEN && IntakeRows.wasErased(store, path))) {
                wanted.add(new Wanted(path, stamp, file));
            }
        }
        boolean stopped = batches(wanted, listener, this::keep);
        return new ReadSummary(files.size(), files.size() - wanted.size(), documents, statements, refused, stopped);
    }

    /**
     * Takes in one file under another name than its own.
     *
     * @return the documents read in it
     */
    List<DocumentId> readAs(String path, Path file) throws IOException, CaseException {
        List<DocumentId> read = new ArrayList<>();
        Stamp stamp = new Stamp(Files.size(file), 0);
        batch(
                List.of(new Wanted(path, stamp, file)),
                this::keep,
                taken -> taken.readings()
                        .forEach(reading -> read.add(reading.document().id())));
        return read;
    }

    /** Reads everything again from the originals. Sources whose bytes were not kept stay as they are recorded. */
    ReadSummary rebuild(ReadListener listener) throws IOException, CaseException {
        List<IntakeRows.Kept> kept = IntakeRows.topLevel(store);
        store.transact(sql -> {
            SettledRows.drop(sql);
            custody.mark(sql);
        });
        boolean stopped = batches(kept, listener, (each, batch) -> {
            Source source = source(each.path(), originals.original(each.sha256()));
            return workers.submit(() -> Taken.read(each.path(), each.stamp(), source, each.sha256(), tools));
        });
        return new ReadSummary(kept.size(), 0, documents, statements, refused, stopped);
    }

    /** Reads what the custody log has and the store has not; what is missing among the originals is left out. */
    void readUnread(List<UnreadIntakes.Logged> unread) throws IOException, CaseException {
        List<UnreadIntakes.Logged> named = unread.stream()
                .filter(each -> each.named() && originals.has(each.sha256()))
                .toList();
        batches(named, ReadListener.silent(), (each, batch) -> {
            Source source = source(each.from(), originals.original(each.sha256()));
            return workers.submit(() -> Taken.unread(each, source, unread, tools));
        });
        store.transact(sql -> UnreadIntakes.put(sql, List.of()));
    }

    /** Takes in originals from elsewhere, none of which the case has. */
    ReadSummary take(String bundle, List<CaseEvidence.Incoming> incoming, ReadListener listener)
            throws IOException, CaseException {
        List<Wanted> wanted = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (CaseEvidence.Incoming each : incoming) {
            String within = CaseCheck.BUNDLES + ":" + bundle + "/";
            // A bundle may leave out the folders that told two of one name apart.
            String path = paths.add(each.from()) ? within + each.from() : within + each.sha256() + "/" + each.from();
            wanted.add(new Wanted(path, new Stamp(Files.size(each.file()), 0), each.file()));
        }
        boolean stopped = batches(wanted, listener, this::keep);
        return new ReadSummary(incoming.size(), 0, documents, statements, refused, stopped);
    }

    /**
     * A file to take in.
     *
     * @param path where it is said to come from
     * @param file where its bytes lie
     */
    private record Wanted(String path, Stamp stamp, Path file) {}

    /** Starts the work on one source of a batch. */
    private interface Start<S> {
        Future<Taken> start(S source, Batch batch) throws IOException;
    }

    private <S> boolean batches(List<S> sources, ReadListener listener, Start<S> start)
            throws IOException, CaseException {
        report(listener, sources.size(), "");
        int size = FEWEST;
        int next = 0;
        while (next < sources.size()) {
            if (listener.stopRequested()) {
                return true;
            }
            long began = System.nanoTime();
            int end = Math.min(sources.size(), next + size);
            String last = batch(sources.subList(next, end), start);
            done += end - next;
            next = end;
            report(listener, sources.size(), last);
            long took = System.nanoTime() - began;
            size = Math.min(MOST, Math.max(FEWEST, took < BATCH_NANOS ? size * 2 : size / 2));
        }
        return false;
    }

    private void report(ReadListener listener, long total, String current) {
        listener.progress(
                new ReadProgress(ReadProgress.Stage.READING, done, total, documents, refused.size(), current));
    }

    private <S> String batch(List<S> sources, Start<S> start) throws IOException, CaseException {
        return batch(sources, start, taken -> {});
    }

    private <S> String batch(List<S> sources, Start<S> start, Consumer<Taken> written)
            throws IOException, CaseException {
        List<Taken> taken = new ArrayList<>();
        try (Batch batch = originals.batch()) {
            List<Future<Taken>> work = new ArrayList<>();
            for (S source : sources) {
                work.add(started(source, batch, start, work));
            }
            for (Future<Taken> each : work) {
                taken.add(finished(each));
            }
            for (int i = 0; i < taken.size(); i++) {
                if (taken.get(i).isShortOfMemory()) {
                    // Alone: what ran out beside a document of enormous needs is not to suffer for it.
                    taken.set(i, finished(start.start(sources.get(i), batch)));
                }
            }
            withoutErased(taken, batch);
            batch.flush();
        }
        List<CustodyEvent> events = taken.stream()
                .flatMap(each -> each.events().stream())
                .map(this::marked)
                .toList();
        if (!events.isEmpty()) {
            custody.append(events);
        }
        store.transact(sql -> {
            for (Taken each : taken) {
                each.items().forEach(item -> IntakeRows.put(sql, item));
                each.outcomes().forEach(outcome -> IntakeRows.put(sql, outcome, each.stampOf(outcome)));
                each.readings().forEach(reading -> DocumentRows.put(sql, reading, codebook));
            }
            custody.mark(sql);
        });
        for (Taken each : taken) {
            documents += each.readings().size();
            statements += each.readings().stream()
                    .mapToLong(reading -> reading.statements().size())
                    .sum();
            refused.addAll(each.refusals());
            written.accept(each);
        }
        return taken.get(taken.size() - 1).path();
    }

    /** Nothing is taken in that holds what was erased: its bytes would be back. */
    private void withoutErased(List<Taken> taken, Batch batch) throws IOException {
        Set<Sha256> dropped = new HashSet<>();
        for (int i = 0; i < taken.size(); i++) {
            Taken each = taken.get(i);
            if (each.holdsErased().isPresent()) {
                each.items().forEach(item -> dropped.add(item.sha256()));
                taken.set(i, each.refusedWhole());
            }
        }
        taken.forEach(each -> each.items().forEach(item -> dropped.remove(item.sha256())));
        for (Sha256 each : dropped) {
            batch.drop(each);
            if (originals.isUnrecorded(each)) {
                originals.destroy(each);
            }
        }
    }

    /** That something comes in again which was erased is in the log. */
    private CustodyEvent marked(CustodyEvent event) {
        return Optional.ofNullable(event.details().get(CustodyEvent.SHA256))
                .flatMap(digest -> erasures.of(new Sha256(digest)))
                .map(erasure -> event.with("again", erasure.id()))
                .orElse(event);
    }

    /** Starts the work on a source; where a document in work has taken all memory, when that is over. */
    private static <S> Future<Taken> started(S source, Batch batch, Start<S> start, List<Future<Taken>> before)
            throws IOException, CaseException {
        try {
            return start.start(source, batch);
        } catch (OutOfMemoryError e) {
            for (Future<Taken> each : before) {
                finished(each);
            }
            return start.start(source, batch);
        }
    }

    private Future<Taken> keep(Wanted wanted, Batch batch) throws IOException {
        Keeping keeping = batch.keep(wanted.file(), tools.settings().limits().itemBytes());
        if (!(keeping instanceof Keeping.Kept kept)) {
            String fault = keeping instanceof Keeping.Erased
                    ? IntakeRows.ERASED
                    : keeping instanceof Keeping.Refused ? "too-large" : "unreadable";
            return CompletableFuture.completedFuture(
                    Taken.refused(wanted.path(), wanted.stamp(), fault, keeping.message()));
        }
        Source source = source(wanted.path(), batch.original(kept.sha256()));
        return workers.submit(() -> Taken.read(wanted.path(), wanted.stamp(), source, kept.sha256(), tools));
    }

    private static Source source(String path, Original original) throws IOException {
        return original.plainFile().isPresent()
                ? Source.ofFile(nameOf(path), original.plainFile().get())
                : Source.ofStream(nameOf(path), original.size(), original::open);
    }

    private static String nameOf(String path) {
        // Where something comes from may be written on another system, or by somebody with bad intentions.
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.isBlank() ? path : name;
    }

    private static Taken finished(Future<Taken> work) throws CaseException {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CaseException.failed("Cannot go on reading: interrupted", e);
        } catch (ExecutionException e) {
            throw CaseException.failed("Cannot go on reading: " + Case.reason(e), e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        tools.documents().close();
    }
}
