package org.headwater.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the program whose tests run, which holds the samples. */
public final class SourceHome {
    private SourceHome() {}

    /** Where the wrapper of the build lies. */
    public static Path path() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
