package org.headwater.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.words.FindingPlaces;
import org.headwater.cli.page.CaseJson;
import org.headwater.cli.page.FindingLine;
import org.headwater.cli.page.ShortIds;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.codebook.Kind;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Finding;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "findings",
        header = "List what is said, on how many origins it rests, and what speaks against it.",
        description = "One line is one thing that is spoken about: its current value, when, the number of independent"
                + " origins, the number of documents that print it; then earlier values, conflicts and denials.",
        footer = {
            "  headwater findings my.case",
            "  headwater findings my.case --country NL",
            "  headwater findings my.case --kind site-count --json"
        })
final class FindingsCommand extends CaseCommand {
    @Option(names = "--kind", paramLabel = "KIND", description = "Only findings of this kind of the codebook.")
    private Optional<String> kind = Optional.empty();

    @Option(
            names = "--country",
            paramLabel = "COUNTRY",
            description = "Only findings about this country: its code (NL) or its name in any language.")
    private Optional<String> country = Optional.empty();

    @Option(names = "--most", paramLabel = "N", description = "At most so many, those in most documents first.")
    private Optional<Integer> most = Optional.empty();

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        CaseView view = open.view();
        checkKind(open);
        Optional<String> code = country.map(FindingsCommand::code);
        List<Finding> found = view.findings().stream()
                .filter(finding -> kind.map(finding.kind()::equals).orElse(true))
                .filter(finding -> code.map(wanted -> FindingPlaces.speaksOf(finding, wanted))
                        .orElse(true))
                .limit(most.orElse(Integer.MAX_VALUE))
                .toList();
        Screen screen = session.screen();
        if (isJson()) {
            screen.print(Json.page(CaseJson.of(view, open.codebook()).findings(found)));
            return ExitCode.DONE;
        }
        if (found.isEmpty()) {
            screen.print(
                    view.findings().isEmpty()
                            ? "No findings yet: nothing that was read speaks of what the codebook "
                                    + open.codebook().name() + " asks for. Read more: " + session.command() + " read "
                                    + typed() + " FILES…"
                            : "No findings of this selection; the case has "
                                    + view.findings().size() + " in all.");
            return ExitCode.DONE;
        }
        table(view, open, found, screen).printTo(screen);
        return ExitCode.DONE;
    }

    /** The lines of these findings; ids are as short as all findings of the case allow. */
    static Table table(CaseView view, Case open, List<Finding> findings, Screen screen) {
        ShortIds ids = ShortIds.among(
                view.findings().stream().map(finding -> finding.id().value()).toList());
        FindingLine line = new FindingLine(open.codebook(), view.statements(), ids, screen);
        Table table = new Table();
        findings.forEach(finding -> line.addTo(table, finding));
        return table;
    }

    private void checkKind(Case open) {
        if (kind.isPresent() && open.codebook().kind(kind.get()).isEmpty()) {
            throw Refusal.ofUsage("Cannot select kind '" + kind.get() + "': the codebook has "
                    + String.join(
                            ", ",
                            open.codebook().kinds().stream().map(Kind::name).toList()));
        }
    }

    private static String code(String words) {
        if (words.matches("[A-Za-z]{2}")) {
            return words.toUpperCase(Locale.ROOT);
        }
        return Gazetteer.shipped()
                .named(words)
                .flatMap(place -> place.country())
                .orElseThrow(
                        () -> Refusal.ofUsage("Cannot select country '" + words + "': the gazetteer has no such name"));
    }
}
