package org.headwater.evidence;

import java.io.IOException;
import java.nio.file.Path;

/** Another process that wants to write the custody log named by its first argument. */
final class OtherWriter {
    private OtherWriter() {}

    public static void main(String[] arguments) throws IOException {
        try (CustodyLog log = CustodyLog.open(Path.of(arguments[0]), CustodyLogTest.by("other"))) {
            System.exit(log.head().sequence() >= 0 ? 0 : 1);
        } catch (LogInUseException e) {
            System.out.println(e.getMessage());
            System.exit(3);
        }
    }
}
