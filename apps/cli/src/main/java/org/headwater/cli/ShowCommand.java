package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.Decision;
import org.headwater.casefile.Sighting;
import org.headwater.cli.page.CaseJson;
import org.headwater.cli.page.Pages;
import org.headwater.cli.page.WatchPage;
import org.headwater.cli.page.WhyPage;
import org.headwater.cli.screen.Json;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "show",
        header = "Show one thing all the way: a finding with its origins, a statement in its sentence …",
        description =
                "Shows a finding as a tree of origins, of documents that carry it, and of denials; a statement in its"
                        + " sentence with who says it; a document with what is known of it; a party with its names; or a derivation"
                        + " with the passages that were copied.",
        footer = {
            "  headwater show my.case f-3a9c",
            "  headwater show my.case \"Safeguard Defenders\"",
            "  headwater show my.case report.pdf",
            "  headwater show my.case st-81b2 --why",
            "  headwater show my.case st-81b2 --names --why \"to ask for her consent\""
        })
final class ShowCommand extends CaseCommand {
    /** The value of --why where no reason stands behind it. */
    private static final String UNSAID = "-";

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description =
                    "The id of anything a list prints, or its beginning; the name of a party; or the name of a document's file, or a"
                            + " part of it that no other has.")
    private String id = "";

    @Option(
            names = "--names",
            description = "With the names of withheld persons. That you looked, and why, goes into the custody log.")
    private boolean namesWanted;

    @Option(
            names = "--why",
            arity = "0..1",
            paramLabel = "REASON",
            fallbackValue = UNSAID,
            description = "Why a statement was read as it was. With --names: your reason for looking.")
    private String why = "";

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        CaseView view = namesWanted ? open.viewWithNames(id, why.equals(UNSAID) ? "" : why) : open.view();
        CaseView.Reference reference = view.look(id);
        Optional<WhyPage.Why> explained =
                namesWanted || why.isEmpty() ? Optional.empty() : Optional.of(why(open, view, reference));
        if (isJson()) {
            ObjectNode page = CaseJson.of(view, open.codebook()).reference(reference);
            explained.ifPresent(each -> page.set("why", WhyPage.json(each)));
            sightings(open, reference)
                    .forEach(each -> page.withArray("watched").add(WatchPage.json(each, open.watching(), view)));
            session.screen().print(Json.page(page));
        } else {
            Pages.of(view, open.codebook(), session.screen()).print(reference);
            explained.ifPresent(each -> new WhyPage(open.codebook(), session.screen()).print(each));
            WatchPage watched = new WatchPage(open.watching(), view, session.screen());
            sightings(open, reference).forEach(watched::print);
        }
        return ExitCode.DONE;
    }

    /** What looks at watched pages say of a document; empty for all else. */
    private static List<Sighting> sightings(Case open, CaseView.Reference reference) throws CaseException {
        return reference instanceof CaseView.Reference.ToDocument to
                ? open.watching().of(to.document())
                : List.of();
    }

    private static WhyPage.Why why(Case open, CaseView view, CaseView.Reference reference) throws CaseException {
        if (!(reference instanceof CaseView.Reference.ToStatement to)) {
            throw Refusal.ofUsage(
                    "Cannot say why of " + reference.id() + ": it is no statement (their ids begin with st-)");
        }
        List<Decision> decisions = view.decisions().stream()
                .filter(decision -> decision.target().equals(reference.id()))
                .toList();
        return new WhyPage.Why(
                to.statement(),
                open.explain(to.statement().id()),
                decisions,
                Optional.ofNullable(view.unproposed().get(to.statement().id())));
    }
}
