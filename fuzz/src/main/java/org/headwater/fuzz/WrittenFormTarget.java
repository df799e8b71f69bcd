package org.headwater.fuzz;

import java.nio.charset.StandardCharsets;
import org.headwater.casefile.WrittenForm;
import org.headwater.model.Statement;

/** A line is a statement that can be written and read again to the same, or it is refused. */
public final class WrittenFormTarget {
    private WrittenFormTarget() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        Statement statement;
        try {
            statement = WrittenForm.read(new String(input, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            Broken.unless(!e.getMessage().isBlank(), "a refusal says why");
            return;
        }
        Broken.unless(
                WrittenForm.read(WrittenForm.write(statement)).equals(statement), "what is written is what is read");
    }
}
