package org.headwater.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What it takes for a change to survive a power cut. A file is safe when its bytes and the names of the folder it lies in are
 * flushed.
 */
public final class Disk {
    /** The ending of a file that is to replace another. */
    static final String UNFINISHED = ".new";

    private Disk() {}

    /**
     * Flushes a folder's list of names. Windows neither needs nor allows it.
     *
     * @throws IOException if the folder is not there or the disk fails; nothing may be said to be done then
     */
    public static void flushFolder(Path folder) throws IOException {
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

    /**
     * Flushes a file, or a folder with all that is in it, so that it can be moved into its place.
     *
     * @throws IOException if it is not there or the disk fails; nothing may be said to be done then
     */
    public static void flushAll(Path fileOrFolder) throws IOException {
        try (Stream<Path> walk = Files.walk(fileOrFolder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(each)) {
                    flushFolder(each);
                } else {
                    // Read-only files are flushed too: a channel that only reads flushes as one that writes does.
                    try (FileChannel channel = FileChannel.open(each, StandardOpenOption.READ)) {
                        channel.force(true);
                    }
                }
            }
        }
    }

    /** Deletes a file for good, and its folder with it if nothing else is in there: its name would say how the file's began. */
    static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            Path folder = file.getParent();
            flushFolder(folder);
            try {
                Files.delete(folder);
                flushFolder(folder.getParent());
            } catch (DirectoryNotEmptyException e) {
                // Others of the same beginning stay.
            }
        }
    }

    /**
     * Moves what was written aside into its place, where nothing may be but a file that it replaces: when this returns, it is
     * there whole and stays there.
     *
     * @throws IOException if it cannot be moved; what is at the place is what was there before
     */
    public static void place(Path aside, Path target) throws IOException {
        flushAll(aside);
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        flushFolder(target.toAbsolutePath().getParent());
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

    /** What lies beside a file while it is replaced. */
    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    private static void replaceAs(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        Path aside = unfinished(file);
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
