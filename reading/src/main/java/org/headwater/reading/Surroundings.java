package org.headwater.reading;

import java.util.Set;

/**
 * What a process that is given hostile bytes is told of the world: where programs, libraries and temporary files are, and
 * the language. Nothing else, above all no passphrase.
 */
final class Surroundings {
    private static final Set<String> TOLD = Set.of(
            "PATH",
            "HOME",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "TESSDATA_PREFIX",
            "OMP_THREAD_LIMIT",
            "SystemRoot",
            "TEMP",
            "TMP");

    private Surroundings() {}

    static void strip(ProcessBuilder process) {
        process.environment().keySet().retainAll(TOLD);
    }
}
