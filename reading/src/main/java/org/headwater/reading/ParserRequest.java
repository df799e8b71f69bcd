package org.headwater.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What a parser's process is asked to do: read a source, or go on after something that it found was taken.
 *
 * @param reader the format's {@link Format#reader} name; empty if it is to go on
 * @param bytesLeft what may still be unpacked
 * @param entriesLeft how many entries may still be unpacked
 */
record ParserRequest(String reader, Optional<Carried> carried, long bytesLeft, long entriesLeft) {
    private static final int CHUNK = 1 << 16;
    private static final int MOST = Integer.MAX_VALUE - 16;

    /** The bytes of a source, and what is known of them. */
    record Carried(String name, String where, int depth, Optional<String> declaredType, Spool bytes) {}

    Source source(Expansion expansion) {
        Carried of = carried.orElseThrow();
        return Source.carried(of.name(), of.where(), of.bytes(), of.declaredType(), of.depth(), expansion);
    }

    /**
     * Asks for the reading of a source, whose bytes go along unless they lie in a file; they are held in memory then: what
     * is sealed on the disk is not to lie open on it.
     *
     * @throws Refusal if they cannot be fetched
     * @throws IOException if nobody listens
     */
    static void read(DataOutputStream out, Format format, Source source, Expansion expansion)
            throws Refusal, IOException {
        Wire.Message.READ.to(out);
        Wire.text(out, format.reader());
        Wire.left(out, expansion);
        Wire.words(out, source.name());
        Wire.words(out, source.where());
        out.writeInt(source.depth());
        Wire.optional(out, source.declaredType());
        Wire.optional(out, source.file().map(file -> file.toAbsolutePath().toString()));
        if (source.file().isEmpty()) {
            if (source.size() > MOST) {
                throw new Refusal(
                        Fault.TOO_LARGE,
                        "it is sealed and has " + source.size() + " bytes (at most " + MOST + " to hold in memory)");
            }
            out.writeInt((int) source.size());
            bytes(out, source);
        }
        out.flush();
    }

    /** As many bytes as were promised. */
    private static void bytes(DataOutputStream out, Source source) throws Refusal, IOException {
        InputStream in = opened(source);
        try (in) {
            byte[] chunk = new byte[CHUNK];
            for (long left = source.size(); left > 0; ) {
                int n = next(in, chunk, (int) Math.min(left, CHUNK));
                out.write(chunk, 0, n);
                left -= n;
            }
        }
    }

    private static InputStream opened(Source source) throws Refusal {
        try {
            return source.open();
        } catch (IOException e) {
            throw Worker.refusal(e);
        }
    }

    private static int next(InputStream in, byte[] chunk, int most) throws Refusal {
        try {
            int n = in.read(chunk, 0, most);
            if (n <= 0) {
                throw new EOFException();
            }
            return n;
        } catch (IOException e) {
            throw Worker.refusal(e);
        }
    }

    /** Lets it go on. */
    static void goOn(DataOutputStream out, Expansion expansion) throws IOException {
        Wire.Message.GO_ON.to(out);
        Wire.left(out, expansion);
        out.flush();
    }

    static ParserRequest from(DataInputStream in, ReadingLimits limits) throws IOException {
        if (Wire.Message.from(in) == Wire.Message.GO_ON) {
            return new ParserRequest("", Optional.empty(), in.readLong(), in.readLong());
        }
        String reader = Wire.text(in, Wire.WORDS);
        long bytesLeft = in.readLong();
        long entriesLeft = in.readLong();
        String name = Wire.text(in, Wire.WORDS);
        String where = Wire.text(in, Wire.WORDS);
        int depth = in.readInt();
        Optional<String> declared = Wire.optional(in);
        Spool bytes = Wire.spool(in, limits.itemBytes());
        return new ParserRequest(
                reader, Optional.of(new Carried(name, where, depth, declared, bytes)), bytesLeft, entriesLeft);
    }
}
