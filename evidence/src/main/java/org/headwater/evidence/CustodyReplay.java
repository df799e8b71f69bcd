package org.headwater.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.headwater.model.Sha256;

/**
 * Reads a custody log from its first entry on, strictly: each line must be an entry exactly as written, carry the next
 * number, and name the digest of the line before. Stops at the first that does not. Signatures are not checked.
 */
final class CustodyReplay implements Closeable {
    private final CustodyLines lines;
    private final Path log;
    private long sequence;
    private Sha256 previous;
    private long bytes;
    /** What the next entry must cover; not known where the replay begins after a head. */
    private Optional<Sha256> covered;

    private CustodyReplay(Path log, CustodyLines lines, CustodyHead from) {
        this.log = log;
        this.lines = lines;
        this.sequence = from.sequence();
        this.previous = from.digest();
        this.bytes = from.bytes();
        this.covered = from.sequence() == 0 ? Optional.of(CustodyEntry.NO_PREVIOUS) : Optional.empty();
    }

    /** Starts after a head that is known to be good. */
    static CustodyReplay from(Path log, CustodyHead head) throws IOException {
        return new CustodyReplay(log, CustodyLines.from(log, head.bytes()), head);
    }

    /** What was read so far, all of it good. */
    CustodyHead head() {
        return new CustodyHead(sequence, previous, bytes);
    }

    /**
     * The next entry, or empty after the last.
     *
     * @throws DamagedLogException if the next line is not the next entry
     */
    Optional<CustodyEntry> next() throws IOException {
        Optional<byte[]> line = lines.next();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        CustodyEntry entry = switch (lines.ending()) {
            case WHOLE -> check(line.get());
            case TORN -> throw damaged("it breaks off after " + line.get().length + " bytes");
            case TOO_LONG -> throw damaged("it is longer than " + CustodyCodec.LINE_BYTES_MAX + " bytes");
        };
        sequence = entry.sequence();
        previous = entry.digest();
        bytes = lines.bytes();
        covered = Optional.of(entry.covered());
        return Optional.of(entry);
    }

    private CustodyEntry check(byte[] line) throws DamagedLogException {
        CustodyEntry entry;
        try {
            entry = CustodyCodec.read(line);
        } catch (CustodyCodec.BrokenEntry e) {
            throw damaged(e.getMessage());
        }
        if (entry.sequence() != sequence + 1) {
            throw damaged("it is entry " + entry.sequence() + ": entries are missing or out of order");
        }
        if (!entry.previous().equals(previous)) {
            throw damaged("it does not follow the entry before it");
        }
        if (covered.isPresent() && !entry.covers(covered.get())) {
            throw damaged("it does not cover the signature of the entry before it");
        }
        return entry;
    }

    private DamagedLogException damaged(String why) {
        return new DamagedLogException(
                "Cannot trust custody log " + log + " from line " + (sequence + 1) + " on: " + why);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
