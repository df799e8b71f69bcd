package org.headwater.cli.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseSettings;
import org.headwater.reading.ReadingLimits;

/** The process that is killed: goes on with a script and says what is done, line by line, as soon as it is. */
final class Worker {
    private Worker() {}

    static CaseSettings settings() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        return new CaseSettings(clock, "ann", ReadingLimits.standard(), 1)
                .withPassphrase(() -> Optional.of("words to open it with".toCharArray()));
    }

    /** What it is told: to go on with a script after so many steps. */
    static String[] arguments(Step.Places places, long script, int done) {
        return new String[] {
            places.kept().toString(),
            places.work().toString(),
            places.materials().toString(),
            places.server().toString(),
            Long.toString(script),
            Integer.toString(done)
        };
    }

    /** Arguments: case, work, materials, server, seed of the script, number of steps that are done. */
    public static void main(String[] arguments) throws CaseException, IOException {
        Step.Places places = new Step.Places(
                Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), URI.create(arguments[3]));
        List<Step> script = Step.script(Long.parseLong(arguments[4]));
        try (Case open = Case.open(places.kept(), settings())) {
            say("ready");
            for (Step step : script.subList(Integer.parseInt(arguments[5]), script.size())) {
                step.run(open, places, settings());
                say("done " + step.number());
            }
        }
        say("end");
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
