package org.headwater.evidence;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.headwater.model.Sha256;

/**
 * Reads a custody log from its first entry on, strictly: each line must be an entry exactly as written, carry the next
 * number, and name the digest of the line before. Stops at the first that does not.
 */
final class CustodyReplay implements Closeable {
    private final InputStream in;
    private final Path log;
    private long sequence;
    private Sha256 previous;
    private long bytes;

    private CustodyReplay(Path log, InputStream in, CustodyHead from) {
        this.log = log;
        this.in = in;
        this.sequence = from.sequence();
        this.previous = from.digest();
        this.bytes = from.bytes();
    }

    static CustodyReplay open(Path log) throws IOException {
        return from(log, CustodyHead.EMPTY);
    }

    /** Starts after a head that is known to be good. */
    static CustodyReplay from(Path log, CustodyHead head) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(log), 1 << 16);
        try {
            in.skipNBytes(head.bytes());
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new CustodyReplay(log, in, head);
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
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        while (b != '\n') {
            if (b < 0) {
                throw damaged("it breaks off after " + line.size() + " bytes");
            }
            if (line.size() == CustodyCodec.LINE_BYTES_MAX) {
                throw damaged("it is longer than " + CustodyCodec.LINE_BYTES_MAX + " bytes");
            }
            line.write(b);
            b = in.read();
        }
        CustodyEntry entry = check(line.toByteArray());
        sequence = entry.sequence();
        previous = entry.digest();
        bytes += line.size() + 1L;
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
        return entry;
    }

    private DamagedLogException damaged(String why) {
        return new DamagedLogException(
                "Cannot trust custody log " + log + " from line " + (sequence + 1) + " on: " + why);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
