package org.headwater.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of one original, to be opened as often as wanted for as long as it is kept. Immutable and safe for use by
 * several threads.
 */
public final class Original {
    private final long size;
    private final Optional<Path> plainFile;
    private final Opener opener;

    Original(long size, Optional<Path> plainFile, Opener opener) {
        this.size = size;
        this.plainFile = plainFile;
        this.opener = opener;
    }

    /** Number of its bytes. */
    public long size() {
        return size;
    }

    /** The file that has these bytes as they are; empty if they lie sealed. */
    public Optional<Path> plainFile() {
        return plainFile;
    }

    /**
     * Its bytes from the beginning, to be closed by the caller.
     *
     * @throws IOException if they cannot be read, or are not as they were sealed
     */
    public InputStream open() throws IOException {
        return opener.open();
    }

    /** Opens bytes. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }
}
