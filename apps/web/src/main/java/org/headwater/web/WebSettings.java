package org.headwater.web;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.headwater.evidence.PassphraseSource;
import org.headwater.reading.ReadingLimits;

/**
 * What the server needs from outside.
 *
 * @param folder the folder of the case
 * @param clock gives decisions and intakes their time
 * @param who whom decisions and intakes are by, as recorded
 * @param port the port to listen on at the loopback address; 0 for any that is free
 * @param faults is told what went wrong in the server and is no user's mistake
 * @param passphrase is asked when originals that are sealed are to be read or kept
 * @param limits bounds on what is taken in
 */
public record WebSettings(
        Path folder,
        Clock clock,
        String who,
        int port,
        Consumer<String> faults,
        PassphraseSource passphrase,
        ReadingLimits limits) {
    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Invalid port: " + port + " (must be 0 to 65535)");
        }
    }

    /** Settings for a case whose originals are not sealed, with the usual bounds. */
    public WebSettings(Path folder, Clock clock, String who, int port, Consumer<String> faults) {
        this(folder, clock, who, port, faults, PassphraseSource.NONE, ReadingLimits.standard());
    }
}
