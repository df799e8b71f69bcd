package org.headwater.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headwater.casefile.schema.Tables;
import org.headwater.evidence.Appended;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.CustodyHead;
import org.headwater.evidence.CustodyLog;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.LogInUseException;
import org.headwater.evidence.LogMark;
import org.headwater.evidence.SigningKey;
import org.headwater.model.Sha256;
import org.jooq.DSLContext;

/**
 * The custody log of a case, open for writing, with what the store remembers of it. Whoever has it open is the only one
 * who changes the case. What is decided is in the log first: if a process is killed before the store has it too, the next
 * one takes it over from the log.
 */
final class Custody implements AutoCloseable {
    /** The log's file in the folder of a case. */
    static final String FILE = "custody.log";

    private static final int ONE = 1;
    private static final int TRIES = 40;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final CustodyLog log;
    private final SigningKey key;
    private final Store store;
    private final EvidenceStore originals;
    private final Destruction destruction;

    private Custody(Path folder, CustodyLog log, SigningKey key, Store store) throws IOException {
        this.log = log;
        this.key = key;
        this.store = store;
        this.originals = EvidenceStore.open(folder);
        this.destruction = new Destruction(folder, store, originals, key);
    }

    /**
     * Opens the log of a case.
     *
     * @throws CaseException refused if another process has it open for more than two seconds
     */
    static Custody open(Path folder, CaseSettings settings, Store store) throws CaseException {
        Optional<Custody> open = tryOpen(folder, settings, store);
        for (int i = 0; open.isEmpty() && i < TRIES; i++) {
            pause();
            open = tryOpen(folder, settings, store);
        }
        return open.orElseThrow(() -> CaseException.refused(
                "Cannot change case " + folder + ": another process is changing it (wait for it to end)"));
    }

    /** Most changes take a moment: whoever wants to decide meanwhile need not be told to try again. */
    private static void pause() throws CaseException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CaseException.failed("Cannot change the case: interrupted while another process changed it", e);
        }
    }

    /** Opens the log of a case; empty if another process has it open. */
    static Optional<Custody> tryOpen(Path folder, CaseSettings settings, Store store) throws CaseException {
        try {
            SigningKey key = key(folder);
            CustodyLog log =
                    CustodyLog.open(folder.resolve(FILE), new CustodyLog.Writer(settings.clock(), settings.who(), key));
            try {
                Custody custody = new Custody(folder, log, key, store);
                custody.originals.removeUnfinished();
                custody.catchUp(folder);
                return Optional.of(custody);
            } catch (IOException | CaseException e) {
                log.close();
                throw e;
            }
        } catch (LogInUseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw CaseException.failed("Cannot write to case " + folder + ": " + Case.reason(e), e);
        }
    }

    /** A key that is missing is made only while nothing was signed: a second key would make a second case of it. */
    private static SigningKey key(Path folder) throws IOException, CaseException {
        if (!Files.exists(SigningKey.file(folder)) && Files.exists(SigningKey.publicFile(folder))) {
            throw CaseException.refused("Cannot sign for case " + folder + ": its key "
                    + SigningKey.file(folder).getFileName() + " is missing (put it back from a backup)");
        }
        return SigningKey.findOrMake(folder, new SecureRandom());
    }

    /** Entries of the log, the latest first, a page of them. */
    static Listed<CustodyEntry> last(Path folder, long offset, int most) throws IOException {
        ArrayDeque<CustodyEntry> last = new ArrayDeque<>();
        long[] total = {0};
        CustodyLog.replay(folder.resolve(FILE), entry -> {
            total[0]++;
            last.addFirst(entry);
            if (last.size() > offset + most) {
                last.removeLast();
            }
        });
        return new Listed<>(last.stream().skip(offset).toList(), total[0]);
    }

    /** Whether the log has entries that the store has not followed; if it cannot be read, that is for others to say. */
    static boolean isBehind(Path folder, Store store) {
        CustodyHead known = mark(store).orElse(CustodyHead.EMPTY);
        try {
            return !CustodyLog.replay(folder.resolve(FILE), known, entry -> {}).equals(known);
        } catch (IOException e) {
            return false;
        }
    }

    /** Takes over what is in the log and, after a kill, not in the store. */
    private void catchUp(Path folder) throws IOException, CaseException {
        Optional<CustodyHead> known = mark(store);
        if (known.filter(log.head()::equals).isPresent()) {
            return;
        }
        if (known.map(CustodyHead::sequence).orElse(0L) > log.head().sequence()) {
            throw CaseException.failed(
                    "Cannot change case " + folder + ": its custody log has "
                            + log.head().sequence() + " entries, the store knows "
                            + known.get().sequence()
                            + "; entries were cut off its end (verify the case, put the log back from a backup)",
                    null);
        }
        List<Decision> lost = DecisionEntries.after(
                folder.resolve(FILE), known, DecisionRows.all(store).size());
        List<UnreadIntakes.Logged> unread = UnreadIntakes.after(folder.resolve(FILE), known, store);
        List<Sha256> kept = new ArrayList<>();
        CustodyLog.replay(
                folder.resolve(FILE),
                known.orElse(CustodyHead.EMPTY),
                entry -> entry.original().ifPresent(kept::add));
        for (Sha256 original : kept) {
            originals.recorded(original);
        }
        Optional<String> codebook = CaseCodebook.after(folder.resolve(FILE), known);
        carryOut(Erasures.after(folder.resolve(FILE), known.orElse(CustodyHead.EMPTY)));
        store.transact(sql -> {
            DecisionRows.take(store, sql, lost);
            UnreadIntakes.put(sql, unread);
            codebook.ifPresent(line -> CaseCodebook.record(sql, line));
            mark(sql);
        });
    }

    /** Logs erasures, then does what they say; after a kill in between, the next one that opens the log does it. */
    void erase(List<CustodyEvent> events) throws CaseException {
        carryOut(append(events));
        store.transact(this::mark);
    }

    private void carryOut(List<CustodyEntry> entries) throws CaseException {
        if (entries.isEmpty()) {
            return;
        }
        try {
            destruction.carryOut(entries, log);
        } catch (IOException e) {
            throw CaseException.unknown("Cannot finish the erasure: " + Case.reason(e)
                    + "; it is in the custody log, and is finished when the case is next changed");
        }
        List<Erasure> before = Erasures.all(store);
        List<Erasure> more = entries.stream()
                .flatMap(entry -> Erasure.of(entry).stream())
                .filter(erasure -> !before.contains(erasure))
                .toList();
        store.transact(sql -> Erasures.add(sql, before, more));
    }

    /** What was erased from the case. */
    Erasures erasures() {
        return Erasures.of(store, key);
    }

    /**
     * Appends entries.
     *
     * @return the entries as they stand in the log
     * @throws CaseException if they could not be written
     */
    List<CustodyEntry> append(List<CustodyEvent> events) throws CaseException {
        List<CustodyEntry> entries = done(log.append(events));
        for (CustodyEntry entry : entries) {
            if (entry.original().isPresent()) {
                recorded(entry.original().get());
            }
        }
        return entries;
    }

    private void recorded(Sha256 original) throws CaseException {
        try {
            originals.recorded(original);
        } catch (IOException e) {
            throw CaseException.failed("Cannot write to the case: " + Case.reason(e), e);
        }
    }

    /** Ends a run: a checkpoint, which the store remembers. */
    void checkpoint() throws CaseException {
        done(log.checkpoint());
        store.transact(this::mark);
    }

    private static List<CustodyEntry> done(Appended appended) throws CaseException {
        if (appended instanceof Appended.Refused refused) {
            throw CaseException.refused(refused.message());
        } else if (appended instanceof Appended.Failed failed) {
            throw CaseException.failed(failed.message(), null);
        } else if (appended instanceof Appended.Unknown unknown) {
            throw CaseException.unknown(unknown.message());
        }
        return appended instanceof Appended.Done done ? done.entries() : List.of();
    }

    /** The end of the log. */
    CustodyHead head() {
        return log.head();
    }

    /** The key of the case. */
    SigningKey key() {
        return key;
    }

    /** Remembers the end of the log, in the same transaction as what the log tells of. */
    void mark(DSLContext sql) {
        CustodyHead head = log.head();
        sql.deleteFrom(Tables.CUSTODY_MARK).execute();
        sql.insertInto(Tables.CUSTODY_MARK)
                .set(Tables.CUSTODY_MARK.ONE, ONE)
                .set(Tables.CUSTODY_MARK.SEQUENCE, head.sequence())
                .set(Tables.CUSTODY_MARK.DIGEST, head.digest().hex())
                .set(Tables.CUSTODY_MARK.BYTES, head.bytes())
                .execute();
    }

    /** What the store remembers of the log; empty for a case that no version since 0.2 has written to. */
    static Optional<CustodyHead> mark(Store store) {
        try {
            return store.query(sql -> sql.selectFrom(Tables.CUSTODY_MARK)
                    .fetchOptional(
                            row -> new CustodyHead(row.getSequence(), new Sha256(row.getDigest()), row.getBytes())));
        } catch (IllegalArgumentException e) {
            throw new UncheckedIOException(
                    "Cannot read what the store remembers of the custody log (verify the case; restore it from a backup)",
                    new IOException(Case.reason(e), e));
        }
    }

    /** What the store remembers, for a verification. */
    static List<LogMark> marks(Store store) {
        return mark(store).filter(head -> head.sequence() > 0).stream()
                .map(head -> new LogMark("the store", head.sequence(), head.digest()))
                .toList();
    }

    @Override
    public void close() throws CaseException {
        try {
            log.close();
        } catch (IOException e) {
            throw CaseException.failed("Cannot close the custody log: " + Case.reason(e), e);
        }
    }
}
