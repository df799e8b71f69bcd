package org.headwater.reading;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Bytes unpacked from somewhere, held so that they can be opened again: small ones in memory, others in a file. */
final class Spool implements Closeable {
    private static final int IN_MEMORY = 1 << 20;

    private final byte[] memory;
    private final Optional<Path> file;
    private final long size;

    private Spool(byte[] memory, Optional<Path> file, long size) {
        this.memory = memory;
        this.file = file;
        this.size = size;
    }

    static Spool ofBytes(byte[] bytes) {
        return new Spool(bytes, Optional.empty(), bytes.length);
    }

    /** Bytes that lie in a file already. */
    static Spool ofFile(Path file) throws IOException {
        return new Spool(new byte[0], Optional.of(file), Files.size(file));
    }

    /** Takes in a whole stream, which stays open. */
    static Spool of(InputStream in) throws IOException {
        byte[] first = in.readNBytes(IN_MEMORY + 1);
        if (first.length <= IN_MEMORY) {
            return ofBytes(first);
        }
        Path file = Files.createTempFile("headwater-", ".part");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(first);
            long size = first.length + in.transferTo(out);
            return new Spool(new byte[0], Optional.of(file), size);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    InputStream open() throws IOException {
        return file.isPresent() ? Files.newInputStream(file.get()) : new ByteArrayInputStream(memory);
    }

    long size() {
        return size;
    }

    Optional<Path> file() {
        return file;
    }

    /** The first bytes. */
    byte[] head(int most) throws IOException {
        if (file.isEmpty()) {
            return Arrays.copyOf(memory, Math.min(most, memory.length));
        }
        try (InputStream in = open()) {
            return in.readNBytes(most);
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}
