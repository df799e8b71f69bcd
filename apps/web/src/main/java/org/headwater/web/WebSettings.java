package org.headwater.web;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What the server needs from outside.
 *
 * @param folder the folder of the case
 * @param clock gives decisions and intakes their time
 * @param who whom decisions and intakes are by, as recorded
 * @param port the port to listen on at the loopback address; 0 for any that is free
 * @param faults is told what went wrong in the server and is no user's mistake
 */
public record WebSettings(Path folder, Clock clock, String who, int port, Consumer<String> faults) {
    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("Invalid port: " + port + " (must be 0 to 65535)");
        }
    }
}
