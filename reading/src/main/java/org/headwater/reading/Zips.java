package org.headwater.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Opens zip files by their list of entries, and their entries strictly. */
final class Zips {
    private Zips() {}

    /** The zip file that a source is; close it. */
    static ZipFile open(Source source) throws IOException {
        SeekableByteChannel channel = channel(source);
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(false)
                    .get();
        } catch (IOException e) {
            channel.close();
            throw e;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            channel.close();
            throw new IOException("its list of entries is garbled", e);
        }
    }

    /** An entry's bytes; the end of the stream fails if they are not those that the zip's list promises. */
    static InputStream open(ZipFile zip, ZipArchiveEntry entry) throws Refusal, IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Refusal(Fault.ENCRYPTED, "a password is needed");
        }
        if (!zip.canReadEntryData(entry)) {
            throw new Refusal(Fault.UNKNOWN_FORMAT, "it is packed by method " + entry.getMethod());
        }
        InputStream in = zip.getInputStream(entry);
        if (in == null) {
            throw new IOException("its bytes are missing");
        }
        return new Checked(in, entry);
    }

    /** One part of a document that is a zip file, bounded; empty if there is none. */
    static Optional<InputStream> part(ZipFile zip, String name, ReadingLimits limits) throws Refusal, IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        long[] read = {0};
        return Optional.of(new Metered(open(zip, entry), bytes -> {
            read[0] += bytes;
            if (read[0] > limits.itemBytes()
                    || (read[0] > (16L << 20)
                            && read[0] / limits.expansion() > Math.max(1, entry.getCompressedSize()))) {
                throw new Overrun(
                        Fault.BOMB,
                        name + " unpacks to more than any document (bounds: " + limits.itemBytes() + " bytes, "
                                + limits.expansion() + "-fold)");
            }
        }));
    }

    private static SeekableByteChannel channel(Source source) throws IOException {
        if (source.file().isPresent()) {
            return Files.newByteChannel(source.file().get());
        }
        try (InputStream in = source.open()) {
            return new SeekableInMemoryByteChannel(in.readAllBytes());
        }
    }

    /** Compares size and checksum at the end. */
    private static final class Checked extends FilterInputStream {
        private final CRC32 crc = new CRC32();
        private final ZipArchiveEntry entry;
        private long size;

        Checked(InputStream in, ZipArchiveEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            if (n > 0) {
                crc.update(bytes, from, n);
                size += n;
            } else if (n < 0) {
                check();
            }
            return n;
        }

        private void check() throws IOException {
            if (entry.getSize() >= 0 && entry.getSize() != size) {
                throw new IOException("it has " + size + " bytes where its zip promises " + entry.getSize());
            }
            if (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue()) {
                throw new IOException("its checksum is wrong");
            }
        }
    }
}
