package wrong.findings;

import java.time.Instant;
import java.util.Random;
import picocli.CommandLine;

/** Wrong on purpose: prints, reads the clock, rolls dice, ends the process, parses a command line. */
final class IsAnApp {
    private IsAnApp() {}

    static CommandLine run() {
        System.out.println(Instant.now());
        try {
            throw new RuntimeException("no name: " + new Random().nextInt());
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
        return new CommandLine(new Object());
    }
}
