package org.headwater.evidence;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Encrypts what is written to it, chunk by chunk, so that memory does not grow with the bytes; see {@link SealedChunks}.
 * Closing it writes the last chunk and closes what it writes to.
 */
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final SealedChunks chunks;
    private final byte[] plain = new byte[SealedChunks.PLAIN_BYTES];
    private int length;
    private boolean closed;

    SealedOutput(OutputStream out, byte[] key) throws IOException {
        this.out = out;
        this.chunks = new SealedChunks(key);
        out.write(SealedChunks.header());
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int next = from;
        int left = count;
        while (left > 0) {
            if (length == plain.length) {
                // There is more, so that this chunk is not the last.
                out.write(chunks.seal(plain, length, SealedChunks.Place.INSIDE));
                length = 0;
            }
            int some = Math.min(left, plain.length - length);
            System.arraycopy(bytes, next, plain, length, some);
            length += some;
            next += some;
            left -= some;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                out.write(chunks.seal(plain, length, SealedChunks.Place.LAST));
            }
        }
    }
}
