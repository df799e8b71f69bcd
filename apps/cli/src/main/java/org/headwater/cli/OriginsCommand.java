package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.page.OriginPages;
import org.headwater.cli.page.RestingOn;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.lineage.WithoutOrigin;
import org.headwater.model.Document;
import org.headwater.model.Finding;
import org.headwater.model.Origin;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "origins",
        header =
                "List the independent origins of the case, or those of one document or finding; or ask what one carries.",
        description = "One line for each origin, with the number of statements and documents that lead to it. With"
                + " --document or --finding every step of the way is shown. With --without nothing is changed: it says which"
                + " findings would fall, and which would rest on less.",
        footer = {
            "  headwater origins my.case",
            "  headwater origins my.case --document doc-3f9a",
            "  headwater origins my.case --finding f-3a9c --json",
            "  headwater origins my.case --without \"Safeguard Defenders\""
        })
final class OriginsCommand extends CaseCommand {
    @Option(
            names = "--document",
            paramLabel = "ID|FILE",
            description = "Only what this document rests on: its id, the beginning of it, or the name of its file.")
    private Optional<String> document = Optional.empty();

    @Option(names = "--finding", paramLabel = "ID", description = "Only what this finding rests on.")
    private Optional<String> finding = Optional.empty();

    @Option(
            names = "--without",
            paramLabel = "PARTY",
            description = "What would be left of the findings if this party's knowledge fell away.")
    private Optional<String> without = Optional.empty();

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        if ((document.isPresent() ? 1 : 0) + (finding.isPresent() ? 1 : 0) + (without.isPresent() ? 1 : 0) > 1) {
            throw Refusal.of("Cannot answer more than one question at once: give --document, --finding or --without");
        }
        CaseView view = open.view();
        Screen screen = session.screen();
        OriginPages pages = OriginPages.of(view, open.codebook(), screen);
        if (document.isPresent()) {
            ofDocument(find(view, document.get()), pages, screen);
        } else if (finding.isPresent()) {
            ofFinding(view, pages, screen);
        } else if (without.isPresent()) {
            withoutOrigin(view, pages, screen);
        } else {
            ofCase(view, pages, screen);
        }
        return ExitCode.DONE;
    }

    private void ofDocument(Document found, OriginPages pages, Screen screen) {
        if (isJson()) {
            screen.print(Json.page(pages.json(found)));
        } else {
            pages.print(found);
        }
    }

    private static Document find(CaseView view, String words) throws CaseException {
        List<Document> named = view.documents().stream()
                .flatMap(id -> view.document(id).stream())
                .filter(each -> each.file().equals(words) || each.file().endsWith("/" + words))
                .toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        if (view.find(words) instanceof CaseView.Reference.ToDocument to) {
            return view.document(to.document()).orElseThrow();
        }
        throw CaseException.refused("Cannot take '" + words + "' for a document: it names something else");
    }

    private void ofFinding(CaseView view, OriginPages pages, Screen screen) throws CaseException {
        if (!(view.find(finding.orElseThrow()) instanceof CaseView.Reference.ToFinding to)) {
            throw CaseException.refused(
                    "Cannot take '" + finding.orElseThrow() + "' for a finding: it names something else");
        }
        if (isJson()) {
            screen.print(Json.page(pages.json(to.finding())));
        } else {
            pages.print(to.finding());
        }
    }

    private void withoutOrigin(CaseView view, OriginPages pages, Screen screen) throws CaseException {
        Origin origin = origin(view, without.orElseThrow());
        List<WithoutOrigin.Outcome> outcomes = WithoutOrigin.of(origin.id(), view.findings());
        if (isJson()) {
            screen.print(Json.page(pages.json(origin, outcomes)));
        } else {
            pages.print(origin, outcomes);
        }
    }

    /** The origin of this name, or of the party that goes by it. */
    private static Origin origin(CaseView view, String words) throws CaseException {
        List<Origin> origins = view.findings().stream()
                .flatMap(each -> each.values().stream())
                .flatMap(value -> value.supports().stream())
                .map(Finding.Support::origin)
                .toList();
        Optional<Origin> named = origins.stream()
                .filter(each -> each.party().equalsIgnoreCase(words.strip())
                        || each.id().value().startsWith(words.strip().replace('-', '_')))
                .findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        if (view.find(words) instanceof CaseView.Reference.ToEntity to) {
            return origins.stream()
                    .filter(each -> each.party().equals(to.entity().name())
                            || to.entity().aliases().stream()
                                    .anyMatch(alias -> alias.name().equals(each.party())))
                    .findFirst()
                    .orElseThrow(() -> CaseException.refused("Cannot ask without '" + words
                            + "': no finding rests on it (headwater origins CASE lists the origins)"));
        }
        throw CaseException.refused("Cannot take '" + words + "' for a party: it names something else");
    }

    private void ofCase(CaseView view, OriginPages pages, Screen screen) {
        List<RestingOn> sorted = RestingOn.of(view.traces().values(), List.of());
        long circular = view.traces().values().stream()
                .filter(trace -> trace.origin().isEmpty())
                .count();
        if (isJson()) {
            ObjectNode page = Json.object();
            pages.put(page.putArray("origins"), sorted);
            page.put("circular", circular);
            ArrayNode documents = page.putArray("documents");
            view.documents().stream()
                    .flatMap(id -> view.document(id).stream())
                    .forEach(each -> documents.add(pages.json(each)));
            screen.print(Json.page(page));
        } else if (sorted.isEmpty()) {
            screen.print("No origins yet: the case has no statements. Take documents in: headwater read " + typed()
                    + " FILES");
        } else {
            Table table = new Table();
            sorted.forEach(each -> table.row(
                    screen.strong(each.origin().party()),
                    each.origin().kind().words(),
                    FindingWords.count(each.traces().size(), "statement") + " in "
                            + FindingWords.count(each.documents(view), "document"),
                    each.origin().reason()));
            table.printTo(screen);
            if (circular > 0) {
                screen.print(
                        FindingWords.count(circular, "statement") + " lead back to themselves and rest on nothing.");
            }
        }
    }
}
