package org.headwater.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.headwater.cli.screen.Json;
import org.headwater.codebook.Codebooks;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "new",
        header = "Write a codebook to start from: small, with a comment on every part.",
        description =
                "Writes NAME.yaml, or the file that is given; a file that is there is not touched. With --from it is a copy"
                        + " of a shipped codebook instead.",
        footer = {
            "  headwater codebook new arms-transfers",
            "  headwater codebook new books/mine.yaml --from detention-sites"
        })
final class CodebookNewCommand extends Command {
    private static final String ENDING = ".yaml";

    @Parameters(index = "0", paramLabel = "NAME|FILE", description = "What to call it: small letters, digits, dashes.")
    private String words = "";

    @Option(names = "--from", paramLabel = "NAME", description = "A shipped codebook to copy.")
    private String from = "";

    @Override
    ExitCode run(Session session) throws IOException {
        boolean isFile = words.endsWith(ENDING) || words.endsWith(".yml");
        String typed = isFile ? words : words + ENDING;
        Path file = session.path(typed);
        String name =
                file.getFileName().toString().replaceFirst("\\.ya?ml$", "").toLowerCase(Locale.ROOT);
        String text = text(name);
        if (Files.exists(file)) {
            throw Refusal.of("Cannot write " + typed + ": it is there already (give another name, or move it away)");
        }
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        if (isJson()) {
            session.screen()
                    .print(Json.page(Json.object().put("file", file.toString()).put("name", name)));
            return ExitCode.DONE;
        }
        session.screen().print("Wrote " + typed + ". Change it to your subject; its comments say how. Then:");
        session.screen().print("  " + session.command() + " codebook check " + typed);
        session.screen().print("  " + session.command() + " codebook try " + typed + " ARTICLE…");
        return ExitCode.DONE;
    }

    private String text(String name) {
        try {
            String starter = Codebooks.starter(name);
            if (from.isEmpty()) {
                return starter;
            }
            return Codebooks.shippedText(from).replaceFirst("(?m)^name: .*$", "name: " + name);
        } catch (IllegalArgumentException e) {
            throw Refusal.ofUsage(e.getMessage());
        }
    }
}
