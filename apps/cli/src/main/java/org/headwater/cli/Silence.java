package org.headwater.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Turns the log of the libraries off. Java makes one of it, by its name, when a library first logs: most commands end
 * before that, and starting the log looks into every jar.
 */
public final class Silence {
    /** Made by Java. */
    public Silence() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(".level=OFF".getBytes(StandardCharsets.UTF_8)));
    }

    /** Has it made when it is needed. */
    static void whenAsked() {
        System.setProperty("java.util.logging.config.class", Silence.class.getName());
    }
}
