package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headwater.casefile.words.Csv;
import org.headwater.cli.input.CsvReader;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.entities.Likeness;
import org.headwater.entities.NameComparison;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "names",
        header = "Tell of pairs of names whether they are one party's, with the reason.",
        description =
                "Reads CSV with a header that has name1 and name2, and schema if known (Person, Company, PublicBody …);"
                        + " other columns are passed over. Writes one line for each with score, decision (same, other) and reason.",
        footer = {"  headwater names pairs.csv", "  headwater names pairs.csv --json"})
final class NamesCommand extends Command {
    private static final String ANY_PARTY = "LegalEntity";

    @Parameters(index = "0", paramLabel = "PAIRS.csv", description = "The file of pairs.")
    private String input = "";

    @Override
    ExitCode run(Session session) throws IOException {
        Path path = session.path(input);
        if (!Files.isRegularFile(path)) {
            throw Refusal.of("Cannot read " + path + ": there is no such file");
        }
        List<Pair> pairs = compared(path);
        Screen screen = session.screen();
        if (isJson()) {
            ObjectNode page = Json.object();
            ArrayNode all = page.putArray("pairs");
            pairs.forEach(pair -> all.add(pair.json()));
            screen.print(Json.page(page));
        } else {
            screen.print(Csv.line(List.of("name1", "name2", "schema", "score", "decision", "reason")));
            pairs.forEach(pair -> screen.print(pair.csv()));
        }
        return ExitCode.DONE;
    }

    /** Two names and how alike they are. */
    private record Pair(String one, String other, String schema, Likeness likeness) {
        ObjectNode json() {
            return Json.object()
                    .put("name1", one)
                    .put("name2", other)
                    .put("schema", schema)
                    .put("score", Math.round(likeness.score() * 1000) / 1000.0)
                    .put("decision", decision(likeness))
                    .put("reason", likeness.reason());
        }

        String csv() {
            String score = String.format(Locale.ROOT, "%.3f", likeness.score());
            return Csv.line(List.of(one, other, schema, score, decision(likeness), likeness.reason()));
        }
    }

    private static List<Pair> compared(Path path) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        try (BufferedReader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            CsvReader rows = new CsvReader(text);
            List<String> header = rows.next().orElse(List.of());
            int first = column(header, "name1", path);
            int second = column(header, "name2", path);
            int schema = header.indexOf("schema");
            for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
                String one = cell(row.get(), first);
                String other = cell(row.get(), second);
                String kind = cell(row.get(), schema).isEmpty() ? ANY_PARTY : cell(row.get(), schema);
                pairs.add(new Pair(one, other, kind, NameComparison.compare(one, other, kind)));
            }
        } catch (CharacterCodingException e) {
            throw Refusal.of("Cannot read " + path + ": it is no UTF-8 text (save it as CSV in UTF-8)");
        }
        return pairs;
    }

    private static String decision(Likeness likeness) {
        return likeness.same() ? "same" : "other";
    }

    private static int column(List<String> header, String name, Path path) {
        if (!header.contains(name)) {
            throw Refusal.of("Cannot read " + path + ": its first line has no column '" + name + "' (it has "
                    + String.join(", ", header) + ")");
        }
        return header.indexOf(name);
    }

    private static String cell(List<String> row, int column) {
        return column >= 0 && column < row.size() ? row.get(column) : "";
    }
}
