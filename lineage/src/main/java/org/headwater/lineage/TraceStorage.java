package org.headwater.lineage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Gives out room: from memory up to a bound, from a file mapped into memory beyond it, so that the system keeps there what
 * is in use and writes out the rest. The file is mapped in large slabs, as a system allows a process some ten thousands of
 * mappings only, and deleted when the process ends.
 */
final class TraceStorage {
    private static final int SLAB_LONGS = 1 << 23;

    private final long memoryBytes;
    private final Optional<Path> folder;
    private long used;
    private long written;
    private Optional<FileChannel> file = Optional.empty();
    private LongBuffer slab = LongBuffer.allocate(0);

    TraceStorage(long memoryBytes, Optional<Path> folder) {
        this.memoryBytes = memoryBytes;
        this.folder = folder;
    }

    /** Room for so many longs, all zero. */
    LongBuffer longs(int count) {
        long bytes = (long) count * Long.BYTES;
        if (folder.isEmpty() || used + bytes <= memoryBytes) {
            used += bytes;
            return LongBuffer.allocate(count);
        }
        if (slab.remaining() < count) {
            slab = map(Math.max(SLAB_LONGS, count));
        }
        LongBuffer room = slab.slice(slab.position(), count);
        slab.position(slab.position() + count);
        return room;
    }

    private LongBuffer map(int count) {
        long bytes = (long) count * Long.BYTES;
        try {
            FileChannel channel = file.isPresent() ? file.get() : open(folder.orElseThrow());
            file = Optional.of(channel);
            LongBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, written, bytes)
                    .order(ByteOrder.nativeOrder())
                    .asLongBuffer();
            written += bytes;
            return mapped;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot put the trace index on disk: " + folder.orElseThrow() + ", at byte " + written, e);
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(
                Files.createTempFile(folder, "trace-", ".index"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }
}
