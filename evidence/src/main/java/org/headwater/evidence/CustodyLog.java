package org.headwater.evidence;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * What was done to items and decisions, by whom and when: lines of JSON that are appended; an erasure closes the words of
 * some in place. Each entry holds the digest of the one before, so that no entry can be changed, taken out or moved without every later one showing it, and
 * is signed with the case's key, so that nobody without it can write one. A head beside the log says how far it was
 * confirmed, so that none can be cut off the end either.
 *
 * <p>What a killed process left half-written was never confirmed. The next {@link #open} moves it to a file beside the
 * log and records that it did. A log damaged in its confirmed part is not opened at all.
 *
 * <p>One writer at a time; safe for use by its threads. Readers need no lock: see {@link #replay}.
 */
public final class CustodyLog implements Closeable {
    /** Action of the entry that records that a half-written end was set aside. */
    public static final String SET_ASIDE = "set-aside";

    /** Action of the entry that counts those before it. */
    public static final String CHECKPOINT = "checkpoint";

    /** A long run writes a checkpoint after so many entries. */
    static final int ENTRIES_A_CHECKPOINT = 1000;

    /** End of the name of a log whose entries are being closed; without worth after a kill. */
    private static final String CLOSING = ".closing";

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Writer writer;
    private final LogLock lock;
    private FileChannel channel;
    private CustodyHead head;
    private Sha256 covered;
    private long unchecked;
    private boolean endsWithCheckpoint;
    private boolean doubtful;

    private CustodyLog(Path file, Writer writer, LogLock lock, FileChannel channel, Confirmed good) {
        this.file = file;
        this.writer = writer;
        this.lock = lock;
        this.channel = channel;
        this.head = good.head();
        this.covered = good.covered();
        this.endsWithCheckpoint = good.endsWithCheckpoint();
    }

    /**
     * Who writes a log.
     *
     * @param clock gives each entry its time
     * @param who whom the entries are by
     * @param key signs them
     */
    public record Writer(Clock clock, String who, SigningKey key) {}

    /**
     * Opens the log for writing, making it if there is none.
     *
     * @param file the log
     * @param writer who writes it
     * @throws LogInUseException if another writer has it open
     * @throws DamagedLogException if its confirmed part was changed or cut
     * @throws IOException if it cannot be read or written
     */
    public static CustodyLog open(Path file, Writer writer) throws IOException {
        Path log = file.toAbsolutePath();
        Files.createDirectories(log.getParent());
        LogLock lock = LogLock.take(log);
        FileChannel channel = null;
        try {
            if (!Files.exists(log) && !Files.exists(CustodyHead.file(log))) {
                CustodyHead.EMPTY.write(log);
            }
            Files.deleteIfExists(log.resolveSibling(log.getFileName() + CLOSING));
            CustodyHead confirmed = CustodyHead.read(log);
            if (confirmed.sequence() == 0 && !Files.exists(log)) {
                Files.createFile(log);
                Disk.flushFolder(log.getParent());
            }
            Confirmed good = Confirmed.check(log, confirmed, writer.key().verifying());
            channel = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE);
            CustodyLog opened = new CustodyLog(log, writer, lock, channel, good);
            opened.setAsideTornEnd();
            return opened;
        } catch (IOException e) {
            if (channel != null) {
                channel.close();
            }
            lock.close();
            throw e;
        }
    }

    /** Appends one entry; see {@link #append(List)}. */
    public Appended append(CustodyEvent event) {
        return append(List.of(event));
    }

    /** Appends entries in this order, all with one flush to disk. */
    public synchronized Appended append(List<CustodyEvent> events) {
        if (doubtful || !channel.isOpen()) {
            return new Appended.Refused("Cannot append to custody log " + file + ": "
                    + (doubtful ? "an earlier append was not confirmed; open the log again" : "it is closed"));
        }
        Lines lines = new Lines(head, covered);
        for (CustodyEvent event : events) {
            int length = lines.add(event);
            if (length > CustodyCodec.LINE_BYTES_MAX) {
                return new Appended.Refused("Cannot append to custody log " + file + ": '" + event.action() + "' needs "
                        + length + " bytes (at most " + CustodyCodec.LINE_BYTES_MAX + ")");
            }
        }
        Appended appended = write(lines);
        unchecked += appended instanceof Appended.Done ? events.size() : 0;
        return appended instanceof Appended.Done && unchecked >= ENTRIES_A_CHECKPOINT ? checked(appended) : appended;
    }

    private Appended checked(Appended appended) {
        Appended checkpoint = checkpoint();
        return checkpoint instanceof Appended.Done ? appended : checkpoint;
    }

    /**
     * Appends an entry that counts those before it and names the last of them; nothing if the log ends with one. It is
     * what timestamps are taken over. A long run writes one every {@value #ENTRIES_A_CHECKPOINT} entries.
     */
    public synchronized Appended checkpoint() {
        if (endsWithCheckpoint) {
            return new Appended.Done(List.of());
        }
        CustodyHead last = head;
        Appended appended = append(List.of(CustodyEvent.of(CHECKPOINT, Long.toString(last.sequence()))
                .with("entries", Long.toString(last.sequence()))
                .with("head", last.digest().hex())));
        unchecked = appended instanceof Appended.Done ? 0 : unchecked;
        return appended;
    }

    /** How far the log is confirmed. */
    public synchronized CustodyHead head() {
        return head;
    }

    /**
     * Reads a log strictly from its first entry to its head. Needs no lock, and sees what was confirmed when it began.
     *
     * @param each is given every good entry in order
     * @return the end of what was read
     * @throws DamagedLogException at the first entry that was changed, is missing, out of order, or cut
     * @throws IOException if the log cannot be read
     */
    public static CustodyHead replay(Path file, Consumer<CustodyEntry> each) throws IOException {
        return replay(file, CustodyHead.EMPTY, each);
    }

    /**
     * Reads a log strictly from a head that is known to be good; see {@link #replay(Path, Consumer)}.
     *
     * @param from where to begin: the end of an entry
     */
    public static CustodyHead replay(Path file, CustodyHead from, Consumer<CustodyEntry> each) throws IOException {
        Path log = file.toAbsolutePath();
        CustodyHead confirmed = CustodyHead.ofLog(log);
        if (!Files.exists(log)) {
            if (confirmed.sequence() == 0) {
                return confirmed;
            }
            throw new DamagedLogException("Cannot trust custody log " + log + ": it is missing");
        }
        try (CustodyReplay replay = CustodyReplay.from(log, from)) {
            while (replay.head().sequence() < confirmed.sequence()) {
                each.accept(replay.next().orElseThrow(() -> Confirmed.cut(log, replay.head(), confirmed)));
            }
            if (!replay.head().equals(confirmed)) {
                throw new DamagedLogException("Cannot trust custody log " + log + ": entry " + confirmed.sequence()
                        + " is not the one its head names");
            }
            return replay.head();
        }
    }

    /**
     * Takes the words out of entries, and leaves their place, digests and signatures, so that the chain holds as before.
     * Whoever verifies the log takes it only if a later entry {@link CustodyEntry#closes} them. No other line moves.
     *
     * @param sequences numbers of entries; those that are closed already stay so
     * @throws IOException if the log cannot be read or written; it is as it was then, or as it is to be
     */
    public synchronized void closeEntries(Set<Long> sequences) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + CLOSING);
        Files.deleteIfExists(aside);
        try (CustodyReplay replay = CustodyReplay.from(file, CustodyHead.EMPTY);
                FileChannel out = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            BufferedOutputStream lines = new BufferedOutputStream(Channels.newOutputStream(out), BUFFER_BYTES);
            while (replay.head().sequence() < head.sequence()) {
                long begin = replay.head().bytes();
                CustodyEntry entry = replay.next().orElseThrow(() -> Confirmed.cut(file, replay.head(), head));
                boolean closed = entry.isClosed() || sequences.contains(entry.sequence());
                byte[] line = closed ? CustodyCodec.closed(entry) : CustodyCodec.write(entry);
                lines.write(line);
                for (long padding = replay.head().bytes() - begin - line.length - 1; padding > 0; padding--) {
                    lines.write(' ');
                }
                lines.write('\n');
            }
            lines.flush();
            out.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        Disk.flushFolder(file.getParent());
        channel.close();
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public synchronized void close() throws IOException {
        try (lock) {
            channel.close();
        }
    }

    /** Entries that go on from a head, each sealed and signed. */
    private final class Lines {
        private final List<CustodyEntry> entries = new ArrayList<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private CustodyHead next;
        private Sha256 before;

        Lines(CustodyHead from, Sha256 covered) {
            this.next = from;
            this.before = covered;
        }

        /** Adds an entry; returns the length of its line. */
        int add(CustodyEvent event) {
            CustodyEntry entry = CustodyCodec.sealed(
                    new CustodyEntry(
                            next.sequence() + 1,
                            writer.clock().instant(),
                            writer.who(),
                            event,
                            /* previous= */ next.digest(),
                            /* digest= */ CustodyEntry.NO_PREVIOUS,
                            Optional.empty()),
                    before,
                    writer.key());
            before = entry.covered();
            byte[] line = CustodyCodec.write(entry);
            entries.add(entry);
            bytes.writeBytes(line);
            bytes.write('\n');
            next = new CustodyHead(entry.sequence(), entry.digest(), next.bytes() + line.length + 1L);
            return line.length;
        }
    }

    private Appended write(Lines lines) {
        List<CustodyEntry> entries = lines.entries;
        CustodyHead next = lines.next;
        ByteBuffer bytes = ByteBuffer.wrap(lines.bytes.toByteArray());
        try {
            channel.position(head.bytes());
            EvidenceStore.writeFully(channel, bytes);
        } catch (IOException e) {
            return undo(e);
        }
        try {
            channel.force(true);
            next.write(file);
        } catch (IOException e) {
            doubtful = true;
            return new Appended.Unknown("Cannot confirm " + entries.size() + " entries of custody log " + file + ": "
                    + FileTrouble.inWords(e));
        }
        head = next;
        covered = lines.before;
        if (!entries.isEmpty()) {
            endsWithCheckpoint =
                    entries.get(entries.size() - 1).event().action().equals(CHECKPOINT);
        }
        return new Appended.Done(entries);
    }

    private Appended undo(IOException cause) {
        try {
            channel.truncate(head.bytes());
            return new Appended.Failed("Cannot append to custody log " + file + ": " + FileTrouble.inWords(cause)
                    + "; nothing was written");
        } catch (IOException e) {
            doubtful = true;
            return new Appended.Unknown("Cannot append to custody log " + file + ": " + FileTrouble.inWords(cause)
                    + "; a part may have been written");
        }
    }

    private void setAsideTornEnd() throws IOException {
        long size = channel.size();
        if (size == head.bytes()) {
            head.write(file);
            return;
        }
        Path aside = file.resolveSibling(file.getFileName() + ".torn-" + (head.sequence() + 1));
        channel.position(head.bytes());
        InputStream torn = Channels.newInputStream(channel);
        byte[] bytes = torn.readNBytes((int) Math.min(size - head.bytes(), Integer.MAX_VALUE - 16));
        Disk.replace(aside, bytes);
        channel.truncate(head.bytes());
        channel.force(true);
        Sha256 digest = Sha256.of(ContentHash.sha256().digest(bytes));
        Appended appended =
                append(CustodyEvent.of(SET_ASIDE, aside.getFileName().toString())
                        .with("bytes", Integer.toString(bytes.length))
                        .with("torn-sha256", digest.hex())
                        .with("why", "half-written when its writer ended; never confirmed"));
        if (!(appended instanceof Appended.Done)) {
            throw new IOException(appended.message());
        }
    }
}
