package org.headwater.lineage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file of longs, mapped into memory to be read; of any length, as it is mapped piece by piece. */
final class MappedLongs {
    private static final int PIECE_BITS = 26;
    private static final int PIECE = 1 << PIECE_BITS;

    private final List<LongBuffer> pieces = new ArrayList<>();
    private final long size;

    private MappedLongs(long size) {
        this.size = size;
    }

    static MappedLongs open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MappedLongs longs = new MappedLongs(channel.size() / Long.BYTES);
            for (long at = 0; at < longs.size; at += PIECE) {
                long count = Math.min(PIECE, longs.size - at);
                longs.pieces.add(channel.map(FileChannel.MapMode.READ_ONLY, at * Long.BYTES, count * Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asLongBuffer());
            }
            return longs;
        }
    }

    long size() {
        return size;
    }

    long get(long index) {
        return pieces.get((int) (index >>> PIECE_BITS)).get((int) (index & (PIECE - 1)));
    }

    /** Copies so many longs from an index on to the beginning of an array. */
    void get(long index, long[] into, int count) {
        int done = 0;
        while (done < count) {
            LongBuffer piece = pieces.get((int) ((index + done) >>> PIECE_BITS));
            int at = (int) ((index + done) & (PIECE - 1));
            int here = Math.min(count - done, piece.capacity() - at);
            piece.get(at, into, done, here);
            done += here;
        }
    }

    /** Writes longs into a new file, from its beginning on, until it is closed. */
    static final class Writer implements AutoCloseable {
        private final FileChannel channel;
        private final ByteBuffer room = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

        Writer(Path file) throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        void put(long value) throws IOException {
            if (!room.hasRemaining()) {
                drain();
            }
            room.putLong(value);
        }

        void put(long[] values, int count) throws IOException {
            int done = 0;
            while (done < count) {
                if (room.remaining() < Long.BYTES) {
                    drain();
                }
                int here = Math.min(count - done, room.remaining() / Long.BYTES);
                room.asLongBuffer().put(values, done, here);
                room.position(room.position() + here * Long.BYTES);
                done += here;
            }
        }

        private void drain() throws IOException {
            room.flip();
            while (room.hasRemaining()) {
                channel.write(room);
            }
            room.clear();
        }

        /** Everything is on the disk when this returns. */
        @Override
        public void close() throws IOException {
            try (channel) {
                drain();
                channel.force(true);
            }
        }
    }
}
