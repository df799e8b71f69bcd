package org.headwater.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headwater.casefile.CaseException;
import org.headwater.cli.screen.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/**
 * Runs what most starts run on a case of one article, so that the launcher can record which classes that takes. Called by
 * the launcher after a build, never by people.
 */
@CommandLine.Command(name = "warm-up", hidden = true, header = "Practise for the launcher.")
final class WarmUpCommand extends Command {
    private static final String ARTICLE = """
            The Practice Post

            The Orchard Watch said on 3 May 2022 that it had counted 12 Chinese police stations in 5 countries.
            """;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Where to put a small case for practice.")
    private String folder = "";

    @Parameters(index = "1", arity = "0..1", description = "What to practise: serve or trace, else the commands.")
    private String what = "";

    @Override
    ExitCode run(Session session) throws IOException, CaseException {
        Path practice = Files.createDirectories(session.path(folder));
        Path article = Files.writeString(practice.resolve("article.txt"), ARTICLE);
        String kept = practice.resolve("practice.case").toString();
        Screen nowhere = Screen.over(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                session.screen().look());
        if (what.equals("trace")) {
            TracePractice.on(practice, session.with(nowhere));
            return ExitCode.DONE;
        }
        if (what.equals("serve")) {
            Headwater.run(session.with(nowhere), "read", kept, article.toString());
            ServePractice.on(practice.resolve("practice.case"), session);
            return ExitCode.DONE;
        }
        for (List<String> command : List.of(
                List.of("--help"),
                List.of("read", kept, article.toString()),
                List.of("findings", kept),
                List.of("statements", kept),
                List.of("show", kept, "f-"),
                List.of("search", kept, "stations"),
                List.of("origins", kept, "--json"),
                List.of("verify", kept))) {
            Headwater.run(session.with(nowhere), command.toArray(String[]::new));
        }
        return ExitCode.DONE;
    }
}
