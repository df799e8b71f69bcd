package org.headwater.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for parsers that read files; emptied after each input. */
final class Scratch {
    private static final Path FOLDER = make();

    private Scratch() {}

    /** Work that needs a folder. */
    @FunctionalInterface
    interface Work {
        void in(Path folder) throws IOException;
    }

    static void with(Work work) {
        try {
            Path folder = Files.createTempDirectory(FOLDER, "input-");
            try {
                work.in(folder);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder for inputs", e);
        }
    }

    /** A folder that stays until the process ends. */
    static Path kept(String name) throws IOException {
        return Files.createDirectory(FOLDER.resolve(name));
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("headwater-fuzz-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    remove(folder);
                } catch (IOException e) {
                    // The process is ending; the system empties this folder in its own time.
                    return;
                }
            }));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for inputs", e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
