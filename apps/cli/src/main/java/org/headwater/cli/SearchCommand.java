package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.SearchHit;
import org.headwater.cli.page.CaseJson;
import org.headwater.cli.page.HitPage;
import org.headwater.cli.screen.Json;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "search",
        header = "Find documents by their words, in any language.",
        description = "All words are required; \"…\" is a phrase, OR and - work as usual.",
        footer = {
            "  headwater search my.case driving licence",
            "  headwater search my.case '\"police station\" -radio'",
            "  headwater search my.case 警侨 --json"
        })
final class SearchCommand extends CaseCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "QUERY", description = "What to look for.")
    private List<String> query = List.of();

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many (${DEFAULT-VALUE}).")
    private int most;

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        String words = String.join(" ", query);
        List<SearchHit> hits = open.search(words, most);
        if (isJson()) {
            ObjectNode page = Json.object().put("query", words);
            ArrayNode all = page.putArray("hits");
            CaseJson json = CaseJson.of(open.view(), open.codebook());
            hits.forEach(hit -> all.add(json.hit(hit)));
            session.screen().print(Json.page(page));
        } else if (hits.isEmpty()) {
            session.screen()
                    .print("No document has “" + words
                            + "”. Fewer words find more; OR between words takes any of them.");
        } else {
            HitPage.print(hits, session.screen());
        }
        return ExitCode.DONE;
    }
}
