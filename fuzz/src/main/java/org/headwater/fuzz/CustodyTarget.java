package org.headwater.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headwater.evidence.CustodyLog;
import org.headwater.evidence.EvidenceStore;
import org.headwater.evidence.Verification;

/** A custody log is read to its end or not trusted, and a verification always has a result. */
public final class CustodyTarget {
    private CustodyTarget() {}

    /** Called by Jazzer: up to the first NUL the log's head, then the log. */
    public static void fuzzerTestOneInput(byte[] input) {
        int cut = 0;
        while (cut < input.length && input[cut] != 0) {
            cut++;
        }
        byte[] head = java.util.Arrays.copyOf(input, cut);
        byte[] log = java.util.Arrays.copyOfRange(input, Math.min(input.length, cut + 1), input.length);
        Scratch.with(folder -> {
            Path file = folder.resolve("custody.log");
            Files.write(file, log);
            Files.write(folder.resolve("custody.log.head"), head);
            long[] entries = {0};
            try {
                long end = CustodyLog.replay(file, entry -> entries[0]++).sequence();
                Broken.unless(end == entries[0], "every entry up to the head is given");
            } catch (IOException e) {
                Broken.unless(e.getMessage() != null && !e.getMessage().isBlank(), "a distrust says why");
            }
            EvidenceStore store = EvidenceStore.open(folder);
            Verification.of(store, file).run(Verification.Progress.none());
        });
    }
}
