package org.headwater.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/** Whatever the entries of an archive are called, nothing leaves the folders it may use, and names can be shown. */
public final class ArchivePathsTarget {
    private static final int ENTRIES_MAX = 30;

    private ArchivePathsTarget() {}

    /** Called by Jazzer: each line is the name of an entry; a tar archive is made of the bytes as they are. */
    public static void fuzzerTestOneInput(byte[] input) {
        String[] names = new String(input, StandardCharsets.UTF_8).split("\n", ENTRIES_MAX);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                entry(zip, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make an archive", e);
        }
        Reading.of("input.zip", bytes.toByteArray());
        Reading.of("input.zip", input);
        Reading.of("input.tar", input);
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        try {
            zip.putNextEntry(new ZipEntry(name.substring(0, Math.min(name.length(), 5_000))));
        } catch (ZipException | IllegalArgumentException e) {
            // The same name twice, or one that no archive can hold.
            return;
        }
        zip.write(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
