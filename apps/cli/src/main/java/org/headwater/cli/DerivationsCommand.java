package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.cli.page.CaseJson;
import org.headwater.cli.page.ShortIds;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.lineage.DirectSources;
import org.headwater.model.Derivation;
import org.headwater.model.DocumentId;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "derivations",
        header = "Write which document took which words of which.",
        description =
                "As a table, one line for each pair of documents; or as jsonl, one line for each passage, with offsets in"
                        + " the texts of both (for a plain text file these are offsets in the file). Two documents that both"
                        + " took their common words from a third are left out, unless --all asks for them.",
        footer = {
            "  headwater derivations my.case",
            "  headwater derivations my.case --all",
            "  headwater derivations my.case --format jsonl > passages.jsonl"
        })
final class DerivationsCommand extends CaseCommand {
    /** How derivations are written. */
    enum Form {
        TABLE,
        JSONL
    }

    @Option(
            names = "--format",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table or jsonl (${DEFAULT-VALUE}).")
    private Form form;

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "Only between files that a line of this list names, derived first: two names and a space.")
    private Optional<Path> pairs = Optional.empty();

    @Option(names = "--all", description = "Also pairs of documents that only share what both took from a third one.")
    private boolean everyPair;

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        CaseView view = open.view();
        List<Derivation> all = wanted(view);
        List<Derivation> derivations = everyPair ? all : DirectSources.of(all);
        CaseJson json = CaseJson.of(view, open.codebook());
        Screen screen = session.screen();
        if (isJson()) {
            ObjectNode page = Json.object();
            ArrayNode array = page.putArray("derivations");
            derivations.forEach(derivation -> array.add(json.derivation(derivation)));
            screen.print(Json.page(page));
        } else if (form == Form.JSONL) {
            derivations.forEach(derivation -> json.passages(derivation).forEach(line -> screen.print(Json.line(line))));
        } else if (derivations.isEmpty()) {
            screen.print("No document of the case took words of another.");
        } else {
            table(view, derivations).printTo(screen);
            int explained = all.size() - derivations.size();
            if (explained > 0) {
                screen.print(
                        explained == 1
                                ? "1 more pair shares words that both took from a third document (--all lists it)."
                                : explained
                                        + " more pairs share words that both took from a third document (--all lists them).");
            }
        }
        return ExitCode.DONE;
    }

    private List<Derivation> wanted(CaseView view) throws CaseException {
        if (pairs.isEmpty()) {
            return view.derivations();
        }
        Set<String> listed;
        try (Stream<String> lines = Files.lines(pairs.get())) {
            listed = lines.map(line -> line.strip().replaceAll("\\s+", " ")).collect(Collectors.toSet());
        } catch (IOException | UncheckedIOException e) {
            throw CaseException.failed("Cannot read the list of pairs " + pairs.get() + ": " + e.getMessage(), e);
        }
        return view.derivations().stream()
                .filter(derivation ->
                        listed.contains(name(view, derivation.derived()) + " " + name(view, derivation.source())))
                .toList();
    }

    private static Table table(CaseView view, List<Derivation> derivations) {
        ShortIds ids = ShortIds.among(
                derivations.stream().map(derivation -> derivation.id().value()).toList());
        Table table = new Table();
        for (Derivation derivation : derivations) {
            table.row(
                    ids.of(derivation.id().value()),
                    name(view, derivation.derived()),
                    derivation.kind().word().replace('-', ' ') + " of",
                    name(view, derivation.source()),
                    derivation.reason());
        }
        return table;
    }

    private static String name(CaseView view, DocumentId id) {
        return view.file(id).orElse(id.value());
    }
}
