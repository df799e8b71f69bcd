package org.headwater.fuzz;

import java.nio.charset.StandardCharsets;
import org.headwater.codebook.CodebookException;
import org.headwater.codebook.Codebooks;

/** A codebook is read, or refused with its faults; never anything else. */
public final class CodebookTarget {
    private CodebookTarget() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Codebooks.parse("input", new String(input, StandardCharsets.UTF_8));
        } catch (CodebookException e) {
            Broken.unless(!e.getMessage().isBlank(), "a refusal says why");
        }
    }
}
