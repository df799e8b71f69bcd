package org.headwater.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as bytes, without a copy of each: {@link #bytes} from {@link #begin} to {@link #end}. Not thread-safe. */
public final class ByteLines {
    private static final int ROOM = 1 << 18;

    private final InputStream in;
    private byte[] bytes = new byte[ROOM];
    private int filled;
    private int begin;
    private int end;
    private int next;
    private boolean ended;

    /** The lines of a stream, which stays open. */
    public ByteLines(InputStream in) {
        this.in = in;
    }

    /**
     * Goes on to the next line; false after the last.
     *
     * @throws IOException if the stream cannot be read
     */
    public boolean next() throws IOException {
        begin = next;
        int at = begin;
        while (true) {
            while (at < filled && bytes[at] != '\n') {
                at++;
            }
            if (at < filled || ended) {
                end = at;
                next = Math.min(filled, at + 1);
                return begin < filled;
            }
            at -= begin;
            fill();
            at += begin;
        }
    }

    /** Makes room behind the bytes of the line begun and reads into it. */
    private void fill() throws IOException {
        if (begin > 0) {
            System.arraycopy(bytes, begin, bytes, 0, filled - begin);
            filled -= begin;
            begin = 0;
        }
        if (filled == bytes.length) {
            bytes = Arrays.copyOf(bytes, filled * 2);
        }
        int read = in.read(bytes, filled, bytes.length - filled);
        ended = read < 0;
        filled += Math.max(0, read);
    }

    /** The array that the line lies in, until the next one is read. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where in it the line begins. */
    public int begin() {
        return begin;
    }

    /** Where in it the line ends, without what ends a line. */
    public int end() {
        return end;
    }

    /** Whether the line holds nothing but white space. */
    public boolean isBlank() {
        for (int i = begin; i < end; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
