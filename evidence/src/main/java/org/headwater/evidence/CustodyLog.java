package org.headwater.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;

/**
 * What was done to items and decisions, by whom and when: lines of JSON that are only ever appended. Each entry holds the
 * digest of the one before, so that no entry can be changed, taken out or moved without every later one showing it; and
 * a head beside the log says how far it was confirmed, so that none can be cut off the end either.
 *
 * <p>What a killed process left half-written was never confirmed. The next {@link #open} moves it to a file beside the
 * log and records that it did. A log damaged in its confirmed part is not opened at all.
 *
 * <p>One writer at a time; safe for use by its threads. Readers need no lock: see {@link #replay}.
 */
public final class CustodyLog implements Closeable {
    /** Action of the entry that records that a half-written end was set aside. */
    public static final String SET_ASIDE = "set-aside";

    private final Path file;
    private final Clock clock;
    private final String who;
    private final LogLock lock;
    private final FileChannel channel;
    private CustodyHead head;
    private boolean doubtful;

    private CustodyLog(Path file, Clock clock, String who, LogLock lock, FileChannel channel, CustodyHead head) {
        this.file = file;
        this.clock = clock;
        this.who = who;
        this.lock = lock;
        this.channel = channel;
        this.head = head;
    }

    /**
     * Opens the log for writing, making it if there is none.
     *
     * @param file the log
     * @param clock gives each entry its time
     * @param who whom the entries are by
     * @throws LogInUseException if another writer has it open
     * @throws DamagedLogException if its confirmed part was changed or cut
     * @throws IOException if it cannot be read or written
     */
    public static CustodyLog open(Path file, Clock clock, String who) throws IOException {
        Path log = file.toAbsolutePath();
        Files.createDirectories(log.getParent());
        LogLock lock = LogLock.take(log);
        FileChannel channel = null;
        try {
            if (!Files.exists(log) && !Files.exists(CustodyHead.file(log))) {
                CustodyHead.EMPTY.write(log);
            }
            CustodyHead confirmed = CustodyHead.read(log);
            if (confirmed.sequence() == 0 && !Files.exists(log)) {
                Files.createFile(log);
                Disk.flushFolder(log.getParent());
            }
            CustodyHead good = Confirmed.check(log, confirmed);
            channel = FileChannel.open(log, StandardOpenOption.READ, StandardOpenOption.WRITE);
            CustodyLog opened = new CustodyLog(log, clock, who, lock, channel, good);
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
        List<CustodyEntry> entries = new ArrayList<>(events.size());
        List<byte[]> lines = new ArrayList<>(events.size());
        CustodyHead next = head;
        for (CustodyEvent event : events) {
            CustodyEntry entry = CustodyCodec.sealed(new CustodyEntry(
                    next.sequence() + 1,
                    clock.instant(),
                    who,
                    event,
                    /* previous= */ next.digest(),
                    /* digest= */ CustodyEntry.NO_PREVIOUS));
            byte[] line = CustodyCodec.write(entry);
            if (line.length > CustodyCodec.LINE_BYTES_MAX) {
                return new Appended.Refused("Cannot append to custody log " + file + ": '" + event.action() + "' needs "
                        + line.length + " bytes (at most " + CustodyCodec.LINE_BYTES_MAX + ")");
            }
            entries.add(entry);
            lines.add(line);
            next = new CustodyHead(entry.sequence(), entry.digest(), next.bytes() + line.length + 1L);
        }
        return write(entries, lines, next);
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
        Path log = file.toAbsolutePath();
        CustodyHead confirmed = CustodyHead.read(log);
        if (!Files.exists(log)) {
            if (confirmed.sequence() == 0) {
                return confirmed;
            }
            throw new DamagedLogException("Cannot trust custody log " + log + ": it is missing");
        }
        try (CustodyReplay replay = CustodyReplay.open(log)) {
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

    @Override
    public synchronized void close() throws IOException {
        try (lock) {
            channel.close();
        }
    }

    private Appended write(List<CustodyEntry> entries, List<byte[]> lines, CustodyHead next) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(next.bytes() - head.bytes()));
        for (byte[] line : lines) {
            bytes.put(line).put((byte) '\n');
        }
        bytes.flip();
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
                    + EvidenceStore.reason(e));
        }
        head = next;
        return new Appended.Done(entries);
    }

    private Appended undo(IOException cause) {
        try {
            channel.truncate(head.bytes());
            return new Appended.Failed("Cannot append to custody log " + file + ": " + EvidenceStore.reason(cause)
                    + "; nothing was written");
        } catch (IOException e) {
            doubtful = true;
            return new Appended.Unknown("Cannot append to custody log " + file + ": " + EvidenceStore.reason(cause)
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

    /** The part of a log that was reported as written. */
    private static final class Confirmed {
        /** Checks the last confirmed entry, and takes in the good entries a killed writer wrote beyond it. */
        static CustodyHead check(Path log, CustodyHead confirmed) throws IOException {
            if (!Files.exists(log) || Files.size(log) < confirmed.bytes()) {
                throw cut(log, CustodyHead.EMPTY, confirmed);
            }
            if (confirmed.sequence() > 0 && !lastLine(log, confirmed).equals(confirmed.digest())) {
                throw new DamagedLogException("Cannot trust custody log " + log + ": entry " + confirmed.sequence()
                        + " is not as it was confirmed; verify the case");
            }
            try (CustodyReplay replay = CustodyReplay.from(log, confirmed)) {
                CustodyHead good = confirmed;
                while (true) {
                    try {
                        if (replay.next().isEmpty()) {
                            return good;
                        }
                    } catch (DamagedLogException e) {
                        return good;
                    }
                    good = replay.head();
                }
            }
        }

        static DamagedLogException cut(Path log, CustodyHead end, CustodyHead confirmed) {
            return new DamagedLogException("Cannot trust custody log " + log + ": it was cut"
                    + (end.sequence() > 0 ? " after line " + end.sequence() : "") + "; " + confirmed.sequence()
                    + " entries were confirmed");
        }

        private static Sha256 lastLine(Path log, CustodyHead confirmed) throws IOException {
            int length = (int) Math.min(confirmed.bytes(), CustodyCodec.LINE_BYTES_MAX + 2L);
            byte[] tail = new byte[length];
            try (RandomAccessFile in = new RandomAccessFile(log.toFile(), "r")) {
                in.seek(confirmed.bytes() - length);
                in.readFully(tail);
            }
            int begin = length - 1;
            while (begin > 0 && tail[begin - 1] != '\n') {
                begin--;
            }
            try {
                byte[] line = Arrays.copyOfRange(tail, begin, length - 1);
                return tail[length - 1] == '\n' ? CustodyCodec.read(line).digest() : CustodyEntry.NO_PREVIOUS;
            } catch (CustodyCodec.BrokenEntry e) {
                return CustodyEntry.NO_PREVIOUS;
            }
        }
    }
}
