package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Codebooks;
import org.headwater.codebook.Kind;
import picocli.CommandLine;

@CommandLine.Command(
        name = "list",
        header = "List the codebooks that come with the program.",
        footer = {"  headwater codebook list"})
final class CodebookListCommand extends Command {
    @Override
    ExitCode run(Session session) {
        Screen screen = session.screen();
        List<Codebook> codebooks =
                Codebooks.shippedNames().stream().map(Codebooks::shipped).toList();
        if (isJson()) {
            ObjectNode page = Json.object();
            ArrayNode all = page.putArray("codebooks");
            codebooks.forEach(codebook -> all.add(json(codebook)));
            screen.print(Json.page(page));
            return ExitCode.DONE;
        }
        Table table = new Table();
        codebooks.forEach(codebook -> table.row(
                codebook.name(),
                codebook.title(),
                FindingWords.count(codebook.kinds().size(), "kind") + ", "
                        + FindingWords.count(codebook.patterns().size(), "pattern") + ", "
                        + String.join(" ", codebook.languages())));
        table.printTo(screen);
        screen.print("Look at one: " + session.command() + " codebook explain "
                + codebooks.get(0).name());
        screen.print("Write your own: " + session.command() + " codebook new mine.yaml");
        return ExitCode.DONE;
    }

    private static ObjectNode json(Codebook codebook) {
        ObjectNode node = Json.object()
                .put("name", codebook.name())
                .put("version", codebook.version())
                .put("title", codebook.title())
                .put("description", codebook.description());
        ArrayNode kinds = node.putArray("kinds");
        codebook.kinds().stream().map(Kind::name).forEach(kinds::add);
        ArrayNode languages = node.putArray("languages");
        codebook.languages().forEach(languages::add);
        return node;
    }
}
