package org.headwater.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What it takes for a change to survive a power cut. */
final class Disk {
    private Disk() {}

    /** Flushes a folder's list of names. Windows neither needs nor allows it. */
    static void flushFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            if (!System.getProperty("os.name", "").startsWith("Windows")) {
                throw e;
            }
        }
    }

    /** Flushes a file's bytes. */
    static void flushFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Replaces a small file's content in one step: readers see the old or the new, never a mixture. */
    static void replace(Path file, byte[] content) throws IOException {
        replaceAs(file, content);
    }

    /** As {@link #replace}, and from its first byte on only the owner may read the file, where the system knows owners. */
    static void replacePrivate(Path file, byte[] content) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView(PosixFileAttributeView.class);
        if (posix) {
            replaceAs(
                    file, content, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            replaceAs(file, content);
        }
    }

    private static void replaceAs(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        try (FileChannel out =
                FileChannel.open(aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            EvidenceStore.writeFully(out, ByteBuffer.wrap(content));
            out.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        flushFolder(file.toAbsolutePath().getParent());
    }
}
