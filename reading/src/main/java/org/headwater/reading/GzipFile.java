package org.headwater.reading;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Gzip: one file, or a tar or a web archive within. */
final class GzipFile implements Format {
    private static final int START = 512;

    private final ReadingLimits limits;
    private final TarArchive tar;
    private final WarcFile warc;

    GzipFile(ReadingLimits limits, TarArchive tar, WarcFile warc) {
        this.limits = limits;
        this.tar = tar;
        this.warc = warc;
    }

    @Override
    public String reader() {
        return "gzip@1";
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        String start = start(source);
        if (start.startsWith("WARC/")) {
            warc.read(source, sink);
        } else if (start.startsWith("ustar", 257)) {
            try (InputStream in = unzipped(source)) {
                tar.read(in, source, sink);
            }
        } else {
            new Unpacking(source, limits, sink).entry(name(source), () -> unzipped(source));
        }
    }

    private static String name(Source source) {
        String name = source.name().replaceFirst("(?i)\\.(?:gz|gzip|z)$", "");
        return name.isEmpty() ? "content" : name;
    }

    private static InputStream unzipped(Source source) throws IOException {
        InputStream in = new BufferedInputStream(source.open());
        try {
            return GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .get();
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The first bytes, as far as there are any: what is cut off is said when it is read. */
    private static String start(Source source) throws IOException {
        StringBuilder start = new StringBuilder();
        try (InputStream in = unzipped(source)) {
            for (int b = in.read(); b >= 0 && start.length() < START; b = in.read()) {
                start.append((char) b);
            }
            return start.toString();
        } catch (EOFException e) {
            return start.toString();
        }
    }
}
