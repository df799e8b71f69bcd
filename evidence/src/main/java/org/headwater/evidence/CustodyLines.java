package org.headwater.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a custody log as bytes, with where each ends. Memory is bounded by the longest line allowed. */
final class CustodyLines implements Closeable {
    private static final int BUFFER_BYTES = 1 << 18;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int filled;
    private long bytes;
    private byte[] line = new byte[1024];
    private int length;
    private Ending ending = Ending.WHOLE;

    private CustodyLines(InputStream in, long bytes) {
        this.in = in;
        this.bytes = bytes;
    }

    /** How the last line given ended. */
    enum Ending {
        /** With a line end. */
        WHOLE,
        /** With the file. */
        TORN,
        /** It has more than {@link CustodyCodec#LINE_BYTES_MAX} bytes; the rest of it was passed over. */
        TOO_LONG
    }

    /** The lines from an offset on. */
    static CustodyLines from(Path log, long offset) throws IOException {
        InputStream in = Files.newInputStream(log);
        try {
            in.skipNBytes(offset);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new CustodyLines(in, offset);
    }

    /** The next line without its end, or empty after the last. */
    Optional<byte[]> next() throws IOException {
        length = 0;
        ending = Ending.WHOLE;
        while (true) {
            if (next == filled && !fill()) {
                if (length == 0 && ending == Ending.WHOLE) {
                    return Optional.empty();
                }
                ending = ending == Ending.WHOLE ? Ending.TORN : ending;
                return Optional.of(Arrays.copyOf(line, length));
            }
            int end = next;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            take(end);
            if (end < filled) {
                next = end + 1;
                bytes++;
                return Optional.of(Arrays.copyOf(line, length));
            }
        }
    }

    private void take(int end) {
        int more = end - next;
        bytes += more;
        int kept = Math.min(more, CustodyCodec.LINE_BYTES_MAX - length);
        if (kept < more) {
            ending = Ending.TOO_LONG;
        }
        if (length + kept > line.length) {
            line = Arrays.copyOf(line, Math.max(length + kept, line.length * 2));
        }
        System.arraycopy(buffer, next, line, length, kept);
        length += kept;
        next = end;
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    Ending ending() {
        return ending;
    }

    /** Offset of the end of the last line given. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
