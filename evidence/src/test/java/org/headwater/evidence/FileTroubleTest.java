package org.headwater.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {
    @TempDir
    private Path folder;

    private interface Attempt {
        void run() throws IOException;
    }

    private static void list(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            assertThat(entries).isEmpty();
        }
    }

    private static String said(Attempt attempt) {
        try {
            attempt.run();
            return "nothing";
        } catch (IOException e) {
            return FileTrouble.inWords(e);
        }
    }

    @Test
    void saysWhatIsMissingInTheWayOrNotEmpty() throws IOException {
        Path absent = folder.resolve("absent");
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(said(() -> Files.delete(absent))).isEqualTo("there is no " + absent);
        assertThat(said(() -> Files.createFile(file))).isEqualTo("there is already a file " + file);
        assertThat(said(() -> list(file))).isEqualTo("no folder: " + file);
        assertThat(said(() -> Files.delete(folder))).isEqualTo("not empty: " + folder);
    }

    /** Thrown here and not met: the tests may run as somebody who may open everything. */
    @Test
    void saysWhatMayNotBeOpenedAlsoInsideAnotherException() {
        IOException denied = new AccessDeniedException("/evidence/notes.txt");

        assertThat(FileTrouble.inWords(denied)).isEqualTo("not allowed to open or write /evidence/notes.txt");
        assertThat(FileTrouble.inWords(new UncheckedIOException(denied)))
                .isEqualTo("not allowed to open or write /evidence/notes.txt");
        assertThat(FileTrouble.inWords(new UncheckedIOException("Cannot list the case", denied)))
                .isEqualTo("Cannot list the case: not allowed to open or write /evidence/notes.txt");
    }

    @Test
    void leavesTheSystemsOwnWordAndNamesWhatSaysNothing() {
        assertThat(FileTrouble.inWords(new FileSystemException("/full/x", null, "No space left on device")))
                .isEqualTo("/full/x: No space left on device");
        assertThat(FileTrouble.inWords(new ClosedChannelException())).isEqualTo("closed channel");
    }
}
