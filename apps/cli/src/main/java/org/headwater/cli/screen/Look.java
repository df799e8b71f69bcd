package org.headwater.cli.screen;

import java.util.Map;
import java.util.function.Function;

/**
 * What the screen is like.
 *
 * @param width cells in a line
 * @param colours whether results are coloured
 * @param live whether messages go to a terminal, where a line can be written over
 */
public record Look(int width, boolean colours, boolean live) {
    /** Width where none is known: what a report or a log shows well. */
    static final int USUAL_WIDTH = 120;

    private static final int LEAST_WIDTH = 40;

    /** A screen that is no terminal: fixed width, no colours, nothing written over. */
    public static Look ofPipe() {
        return new Look(USUAL_WIDTH, false, false);
    }

    /**
     * The look of the screen this process was started on: the launcher says in system properties which of its streams
     * are terminals, the environment holds COLUMNS and NO_COLOR (no-color.org).
     */
    public static Look of(Function<String, String> properties, Map<String, String> environment) {
        boolean terminal = "terminal".equals(properties.apply("headwater.out"));
        boolean live = "terminal".equals(properties.apply("headwater.err"));
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || "dumb".equals(environment.getOrDefault("TERM", ""));
        return new Look(width(environment.getOrDefault("COLUMNS", "")), terminal && !unwanted, live);
    }

    Look plain() {
        return new Look(width, false, live);
    }

    private static int width(String columns) {
        if (!columns.matches("[1-9][0-9]{0,3}")) {
            return USUAL_WIDTH;
        }
        return Math.max(LEAST_WIDTH, Integer.parseInt(columns));
    }
}
