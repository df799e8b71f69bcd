package org.headwater.cli;

import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.cli.page.CaseJson;
import org.headwater.cli.page.Pages;
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
            "  headwater show my.case st-81b2 --json",
            "  headwater show my.case st-81b2 --names --why \"to ask for her consent\""
        })
final class ShowCommand extends CaseCommand {
    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "The id of anything a list prints, or its beginning; or the name of a party.")
    private String id = "";

    @Option(
            names = "--names",
            description = "With the names of withheld persons. That you looked, and why, goes into the custody log.")
    private boolean namesWanted;

    @Option(names = "--why", paramLabel = "REASON", description = "Why withheld names are to be shown.")
    private String why = "";

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        CaseView view = namesWanted ? open.viewWithNames(id, why) : open.view();
        CaseView.Reference reference = view.find(id);
        if (isJson()) {
            session.screen().print(Json.page(CaseJson.of(view, open.codebook()).reference(reference)));
        } else {
            Pages.of(view, open.codebook(), session.screen()).print(reference);
        }
        return ExitCode.DONE;
    }
}
