package org.headwater.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Zip files: each entry is a source of its own. Web archives in a zip (WACZ) give their captures only. */
final class ZipArchive implements Format {
    private final ReadingLimits limits;

    ZipArchive(ReadingLimits limits) {
        this.limits = limits;
    }

    @Override
    public String reader() {
        return "zip@1";
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public void read(Source source, Sink sink) throws Refusal, IOException {
        Unpacking unpacking = new Unpacking(source, limits, sink);
        try (ZipFile zip = Zips.open(source)) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            boolean captures = zip.getEntry("datapackage.json") != null
                    && (MediaTypes.ending(source.name()).equals("wacz")
                            || zip.getEntry("archive/") != null
                            || entries.stream().anyMatch(ZipArchive::isCapture));
            if (captures) {
                readCaptures(zip, entries, unpacking, sink);
            } else {
                for (ZipArchiveEntry entry : entries) {
                    read(zip, entry, unpacking);
                }
            }
            unpacking.end();
        } catch (Overrun e) {
            throw new Refusal(e.fault(), e.getMessage());
        } catch (IOException e) {
            if (unpacking.entries() > 0) {
                throw e;
            }
            salvage(source, unpacking);
            throw new Refusal(
                    Fault.BROKEN,
                    "its list of entries is missing or garbled (" + Worker.reason(e) + "); " + unpacking.entries()
                            + " entries were found without it");
        }
    }

    private static void read(ZipFile zip, ZipArchiveEntry entry, Unpacking unpacking) throws Refusal, IOException {
        String path = entry.getName();
        if (unpacking.unsafe(path).isPresent()) {
            unpacking.refuse(Fault.UNSAFE_PATH, path, unpacking.unsafe(path).get());
        } else if (entry.isUnixSymlink()) {
            unpacking.refuse(Fault.UNSAFE_PATH, path, "it is a link, not a file");
        } else if (!entry.isDirectory()) {
            unpacking.entry(path, () -> Zips.open(zip, entry));
        }
    }

    private static void readCaptures(ZipFile zip, List<ZipArchiveEntry> entries, Unpacking unpacking, Sink sink)
            throws Refusal, IOException {
        long others = 0;
        for (ZipArchiveEntry entry : entries) {
            if (isCapture(entry)) {
                read(zip, entry, unpacking);
            } else if (!entry.isDirectory()) {
                others++;
            }
        }
        if (unpacking.entries() == 0) {
            throw new Refusal(Fault.BROKEN, "this web archive holds no captures (archive/….warc)");
        }
        sink.passedOver(others, "indexes of the web archive");
    }

    private static boolean isCapture(ZipArchiveEntry entry) {
        return entry.getName().matches("archive/[^/]+\\.warc(?:\\.gz)?");
    }

    /** Reads entry after entry from the beginning, as far as they go. */
    private static void salvage(Source source, Unpacking unpacking) throws Refusal, IOException {
        try (InputStream in = source.open();
                ZipArchiveInputStream zip = new ZipArchiveInputStream(in)) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = entry.getName();
                if (!entry.isDirectory() && unpacking.unsafe(path).isEmpty() && zip.canReadEntryData(entry)) {
                    unpacking.entry(path, Unpacking.Entry.within(unpacking.metered(zip)));
                }
            }
        } catch (Overrun e) {
            throw new Refusal(e.fault(), e.getMessage());
        } catch (IOException e) {
            return;
        }
    }
}
