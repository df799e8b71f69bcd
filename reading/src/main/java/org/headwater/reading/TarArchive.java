package org.headwater.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Tar files: each file in it is a source of its own; links and devices are refused. */
final class TarArchive implements Format {
    private final ReadingLimits limits;

    TarArchive(ReadingLimits limits) {
        this.limits = limits;
    }

    @Override
    public String reader() {
        return "tar@1";
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        try (InputStream in = new BufferedInputStream(source.open())) {
            read(in, source, sink);
        }
    }

    /** Reads the tar that a stream gives, which is the source's content, unpacked. */
    void read(InputStream in, Source source, Sink sink) throws Refusal, IOException {
        Unpacking unpacking = new Unpacking(source, limits, sink);
        try {
            TarArchiveInputStream tar = new TarArchiveInputStream(unpacking.metered(in), "UTF-8");
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                String path = entry.getName();
                if (unpacking.unsafe(path).isPresent()) {
                    unpacking.refuse(
                            Fault.UNSAFE_PATH, path, unpacking.unsafe(path).get());
                } else if (entry.isSymbolicLink() || entry.isLink() || !(entry.isFile() || entry.isDirectory())) {
                    unpacking.refuse(Fault.UNSAFE_PATH, path, "it is a link or a device, not a file");
                } else if (!entry.isDirectory()) {
                    unpacking.entry(path, Unpacking.Entry.within(tar));
                }
            }
            unpacking.end();
        } catch (Overrun e) {
            throw new Refusal(e.fault(), e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new IOException("its entries are garbled", e);
        }
    }
}
