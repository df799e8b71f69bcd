package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CodebookTrial;
import org.headwater.cli.page.TrialPage;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.codebook.Codebook;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "try",
        header = "Show what a codebook finds in articles, and why not where it finds nothing.",
        description =
                "For each sentence worth reading: the statements found, or the pattern that came nearest and the conditions"
                        + " that failed. Nothing is kept.",
        footer = {
            "  headwater codebook try mine.yaml article.txt",
            "  headwater codebook try detention-sites a.html b.pdf --misses",
            "  headwater codebook try mine.yaml article.txt --json"
        })
final class CodebookTryCommand extends Command {
    @Parameters(index = "0", paramLabel = "NAME|FILE", description = "The codebook.")
    private String words = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "ARTICLE", description = "Files to try it on.")
    private List<String> articles = List.of();

    @Option(names = "--misses", description = "Only the sentences in which nothing was found.")
    private boolean missesOnly;

    @Override
    ExitCode run(Session session) throws CaseException {
        Screen screen = session.screen();
        Codebook codebook = CodebookOption.named(session, words).codebook();
        CodebookTrial.Result result = CodebookTrial.of(codebook)
                .on(
                        articles.stream().map(session::path).toList(),
                        session.limits().get());
        TrialPage page = new TrialPage(codebook, screen);
        if (isJson()) {
            ObjectNode all = Json.object().put("codebook", codebook.name());
            ArrayNode documents = all.putArray("documents");
            result.documents().forEach(tried -> documents.add(page.json(tried)));
            ObjectNode refused = all.putObject("refused");
            result.refused().forEach(refused::put);
            screen.print(Json.page(all));
        } else {
            result.documents()
                    .forEach(tried -> page.print(tried, missesOnly ? TrialPage.Part.MISSES : TrialPage.Part.ALL));
            result.refused().forEach((file, why) -> screen.print("Not read: " + file + ": " + why));
        }
        return result.refused().isEmpty() ? ExitCode.DONE : ExitCode.PROBLEMS;
    }
}
