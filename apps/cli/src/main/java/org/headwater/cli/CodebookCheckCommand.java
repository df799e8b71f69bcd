package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headwater.casefile.CodebookTrial;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.CodebookException;
import org.headwater.codebook.Codebooks;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "check",
        header = "Name every fault of a codebook, each with its line and what to do about it.",
        description =
                "Checks that it is well formed and that everything it refers to is there; then that every pattern finds its"
                        + " own examples. Ends with 5 if there is any fault.",
        footer = {"  headwater codebook check mine.yaml", "  headwater codebook check mine.yaml --form-only --json"})
final class CodebookCheckCommand extends Command {
    @Parameters(index = "0", paramLabel = "NAME|FILE", description = "The codebook.")
    private String words = "";

    @Option(names = "--form-only", description = "Do not try the examples, which takes some seconds.")
    private boolean formOnly;

    @Override
    ExitCode run(Session session) throws IOException {
        Screen screen = session.screen();
        Codebook codebook;
        try {
            codebook = load(session);
        } catch (CodebookException e) {
            faults(screen, e.violations());
            return ExitCode.PROBLEMS;
        }
        List<CodebookTrial.FailedExample> failed =
                formOnly ? List.of() : CodebookTrial.of(codebook).failedExamples();
        if (isJson()) {
            ObjectNode page = page(codebook);
            failed.forEach(each -> json(page, each));
            screen.print(Json.page(page));
        } else {
            failed.forEach(each -> say(screen, each));
            long examples = codebook.patterns().stream()
                    .mapToLong(pattern -> pattern.examples().size())
                    .sum();
            screen.print(codebook.name() + ", version " + codebook.version() + ": "
                    + FindingWords.count(codebook.kinds().size(), "kind") + ", "
                    + FindingWords.count(codebook.patterns().size(), "pattern") + ", "
                    + FindingWords.count(codebook.terms().size(), "list of terms", "lists of terms") + ". "
                    + (failed.isEmpty() ? "No fault." : "")
                    + (formOnly ? "" : " " + (examples - failed.size()) + " of " + examples + " examples are found."));
        }
        return failed.isEmpty() ? ExitCode.DONE : ExitCode.PROBLEMS;
    }

    private Codebook load(Session session) throws IOException, CodebookException {
        Path file = session.path(words);
        if (Codebooks.shippedNames().contains(words)) {
            return Codebooks.shipped(words);
        }
        if (!Files.isRegularFile(file)) {
            throw Refusal.of("Cannot check " + words + ": there is no such file (and none of this name is shipped)");
        }
        return Codebooks.load(file);
    }

    private void faults(Screen screen, List<CodebookException.Violation> violations) {
        if (isJson()) {
            ObjectNode page = Json.object().put("codebook", words);
            ArrayNode faults = page.putArray("faults");
            violations.forEach(fault -> faults.addObject()
                    .put("line", fault.line())
                    .put("problem", fault.problem())
                    .put("remedy", fault.remedy()));
            page.putArray("failedExamples");
            screen.print(Json.page(page));
            return;
        }
        for (CodebookException.Violation fault : violations) {
            screen.print(words + ":" + fault.line() + ": " + fault.problem());
            screen.print("    " + fault.remedy());
        }
        screen.print(violations.size() + (violations.size() == 1 ? " fault." : " faults."));
    }

    private ObjectNode page(Codebook codebook) {
        ObjectNode page = Json.object().put("codebook", codebook.name()).put("version", codebook.version());
        page.putArray("faults");
        page.putArray("failedExamples");
        return page;
    }

    private static void json(ObjectNode page, CodebookTrial.FailedExample failed) {
        ObjectNode node = ((ArrayNode) page.get("failedExamples"))
                .addObject()
                .put("pattern", failed.pattern())
                .put("example", failed.example());
        ArrayNode unmet = node.putArray("unmet");
        failed.unmet().forEach(unmet::add);
    }

    private static void say(Screen screen, CodebookTrial.FailedExample failed) {
        screen.print(screen.strong(failed.pattern()) + " does not find its example “" + Cells.oneLine(failed.example())
                + "”");
        if (failed.unmet().isEmpty()) {
            screen.print("    no term of its trigger stands there, or the sentence is not on the subject");
        }
        failed.unmet().forEach(why -> screen.print("    " + Cells.oneLine(why)));
    }
}
