package org.headwater.cli;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.headwater.reading.ReadingLimits;

/** The bounds on what one document may take, as the environment sets them. */
final class DocumentBounds {
    static final String MEMORY = "HEADWATER_DOCUMENT_MEMORY";
    static final String TIME = "HEADWATER_DOCUMENT_TIME";

    private static final Map<String, Long> BYTES = Map.of("m", 1L << 20, "g", 1L << 30);
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "m", 60L, "h", 3600L);
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})([a-z])");

    private DocumentBounds() {}

    /** The usual bounds, but for those that are set. */
    static ReadingLimits of(Map<String, String> environment) {
        ReadingLimits usual = ReadingLimits.standard();
        ReadingLimits limits = set(environment, MEMORY, BYTES, usual, usual::withMemoryBytes, "512m or 2g");
        LongFunction<ReadingLimits> time = seconds -> limits.withTime(Duration.ofSeconds(seconds));
        return set(environment, TIME, SECONDS, limits, time, "90s or 5m");
    }

    private static ReadingLimits set(
            Map<String, String> environment,
            String name,
            Map<String, Long> units,
            ReadingLimits otherwise,
            LongFunction<ReadingLimits> with,
            String example) {
        String written = environment.getOrDefault(name, "").strip();
        if (written.isEmpty()) {
            return otherwise;
        }
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
            throw Refusal.ofUsage("Invalid " + name + ": '" + written + "' (must be such as " + example + ")");
        }
        try {
            return with.apply(Long.parseLong(matcher.group(1)) * units.get(matcher.group(2)));
        } catch (IllegalArgumentException e) {
            throw Refusal.ofUsage("Invalid " + name + ": '" + written + "'. " + e.getMessage());
        }
    }
}
