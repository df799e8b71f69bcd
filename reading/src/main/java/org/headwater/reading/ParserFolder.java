package org.headwater.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder for temporary files of a process that parses. Whoever started the process holds a lock in it for as long as
 * it lives, so that what it left when it was killed is told from what is in use, and removed by the next one.
 */
final class ParserFolder {
    private static final String PREFIX = "headwater-parser-";
    private static final String LOCK = "in-use";

    /** Those of this process, whose locks would go if anybody here opened and closed them once more. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private ParserFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static ParserFolder make() throws IOException {
        Path path = Files.createTempDirectory(PREFIX);
        OWN.add(path);
        Path aside = path.resolve(LOCK + ".part");
        FileChannel channel = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.lock();
            // By this name it is looked for: never before it is locked.
            Files.move(aside, path.resolve(LOCK));
        } catch (IOException e) {
            // Where files cannot be locked nothing is swept.
            return new ParserFolder(path, channel);
        }
        return new ParserFolder(path, channel);
    }

    Path path() {
        return path;
    }

    void discard() {
        discard(path);
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OWN.remove(path);
        }
    }

    /** Removes such a folder, and no other. */
    static void discard(Path folder) {
        if (!folder.getFileName().toString().startsWith(PREFIX)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> all = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            // Something was written meanwhile: the next process that is started sweeps it up.
            return;
        }
    }

    /** Removes the folders that nobody uses any more. */
    static void sweep() {
        Path all = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, PREFIX + "*")) {
            for (Path each : folders) {
                if (!OWN.contains(each) && isLeft(each.resolve(LOCK))) {
                    discard(each);
                }
            }
        } catch (IOException e) {
            // It is for tidiness only: what cannot be looked at stays.
            return;
        }
    }

    private static boolean isLeft(Path lock) {
        if (!Files.isWritable(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (IOException e) {
            return false;
        }
    }
}
