package org.headwater.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decrypts what {@link SealedOutput} wrote. Nothing of a chunk is given out before all of it was found to be as it was
 * written; a chunk that was changed, moved, taken out or cut off the end is an {@link IOException}.
 */
final class SealedInput extends InputStream {
    private final PushbackInputStream in;
    private final SealedChunks chunks;
    private byte[] plain = new byte[0];
    private int next;
    private boolean ended;
    private Optional<IOException> fault = Optional.empty();

    SealedInput(InputStream in, byte[] key) throws IOException {
        this.in = new PushbackInputStream(in, 1);
        this.chunks = new SealedChunks(key);
        if (!Arrays.equals(in.readNBytes(SealedChunks.header().length), SealedChunks.header())) {
            throw new IOException("it is not sealed as originals are");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int to, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        while (next == plain.length) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int some = Math.min(count, plain.length - next);
        System.arraycopy(plain, next, bytes, to, some);
        next += some;
        return some;
    }

    private void fill() throws IOException {
        // Who reads on behind a fault must meet it again, not the next part.
        if (fault.isPresent()) {
            throw new IOException(fault.get().getMessage(), fault.get());
        }
        byte[] sealed = in.readNBytes(SealedChunks.PLAIN_BYTES + SealedChunks.TAG_BYTES);
        int more = sealed.length < SealedChunks.PLAIN_BYTES + SealedChunks.TAG_BYTES ? -1 : in.read();
        if (more >= 0) {
            in.unread(more);
        }
        boolean last = more < 0;
        try {
            plain = chunks.open(sealed, last ? SealedChunks.Place.LAST : SealedChunks.Place.INSIDE);
        } catch (IOException e) {
            fault = Optional.of(e);
            throw e;
        }
        ended = last;
        next = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
