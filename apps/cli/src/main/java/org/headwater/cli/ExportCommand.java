package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.page.FindingWording;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.exchange.bag.BagExport;
import org.headwater.exchange.bag.HeldBack;
import org.headwater.model.Finding;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "export",
        header = "Write the case, or some findings, as a signed bundle that anybody can check.",
        description =
                "A BagIt bag (RFC 8493): texts, statements, derivations, findings, decisions, custody entries, timestamps"
                        + " and a page to read, index.html; verify.sh in it checks it with sha256sum and openssl alone."
                        + " Withheld persons stay withheld. Originals cannot be masked, so only plain texts and pages go along"
                        + " that need no masking and are in a language in which persons are looked for (English, Spanish,"
                        + " Chinese); --with-originals adds all of them, and the bag then names persons.",
        footer = {
            "  headwater export my.case bundle --as bag",
            "  headwater export my.case bundle --as bag --finding f-74d2 --finding f-5f1e",
            "  headwater export my.case bundle --as bag --with-originals"
        })
final class ExportCommand extends CaseCommand {
    /** The forms that a case can be written in. */
    enum Form {
        BAG
    }

    @Parameters(index = "1", paramLabel = "OUT", description = "The folder to write; absent or empty.")
    private String out = "";

    @Option(names = "--as", paramLabel = "FORM", defaultValue = "bag", description = "bag (${DEFAULT-VALUE}).")
    private Form form;

    @Option(
            names = "--finding",
            paramLabel = "ID",
            description = "Only this finding and all it rests on; may be given several times.")
    private List<String> wanted = List.of();

    @Option(
            names = "--with-originals",
            description = "All originals, the whole custody log and all decisions: not for publication.")
    private boolean withOriginals;

    @Option(
            names = "--with-keepers",
            description =
                    "Name who worked on the case, often by the account on their machine, and leave those custody entries"
                            + " open that say nothing else that is withheld. Without it they are numbered, and all are closed.")
    private boolean withKeepers;

    @Override
    ExitCode run(Session session, Case open) throws IOException, CaseException {
        CaseView view = open.view();
        List<Finding> findings = new ArrayList<>();
        for (String words : wanted) {
            if (view.find(words) instanceof CaseView.Reference.ToFinding found) {
                findings.add(found.finding());
            } else {
                throw Refusal.of("Cannot export " + words + ": it is no finding (their ids begin with f-)");
            }
        }
        if (form != Form.BAG) {
            throw Refusal.ofUsage("Cannot export as " + form);
        }
        BagExport.Originals originals = withOriginals ? BagExport.Originals.ALL : BagExport.Originals.HARMLESS;
        Path bag = session.path(out);
        BagExport.Summary summary = BagExport.of(
                        open,
                        new BagExport.Choice(
                                findings,
                                originals,
                                withKeepers ? BagExport.Keepers.NAMED : BagExport.Keepers.UNNAMED,
                                FindingWording.of(open.codebook())))
                .write(bag);
        if (isJson()) {
            session.screen().print(Json.page(json(summary)));
        } else {
            say(summary, session);
        }
        return ExitCode.DONE;
    }

    private static ObjectNode json(BagExport.Summary summary) {
        HeldBack held = summary.heldBack();
        return Json.object()
                .put("bundle", summary.id())
                .put("findings", summary.findings())
                .put("statements", summary.statements())
                .put("documents", summary.documents())
                .put("originals", summary.originals())
                .put("originalsHeldBack", held.originals())
                .put("originalsMasked", held.masked())
                .put("originalsInOtherLanguages", held.unsearched())
                .put("originalsInOtherFormats", held.otherFormats())
                .put("textsHeldBack", held.texts())
                .put("custodyEntriesClosed", summary.closedEntries())
                .put("decisionsLeftOut", summary.leftOutDecisions());
    }

    private void say(BagExport.Summary summary, Session session) {
        Screen screen = session.screen();
        screen.print(out + ": "
                + String.join(
                        ", ",
                        FindingWords.count(summary.findings(), "finding"),
                        FindingWords.count(summary.statements(), "statement"),
                        FindingWords.count(summary.documents(), "document"),
                        FindingWords.count(summary.originals(), "original"))
                + ".");
        if (withOriginals) {
            screen.print(screen.alert("Not for publication: the originals name persons who are withheld."));
        } else {
            heldBack(summary, screen);
        }
        screen.print("Read " + out + "/index.html; check it with: " + session.command() + " verify " + out + ", or sh "
                + out + "/verify.sh");
    }

    /** What the bundle does not have, each with why. */
    private void heldBack(BagExport.Summary summary, Screen screen) {
        List<String> parts = new ArrayList<>(summary.heldBack().words());
        if (summary.leftOutDecisions() > 0) {
            parts.add(FindingWords.count(summary.leftOutDecisions(), "decision") + " about withheld persons");
        }
        if (summary.closedEntries() > 0) {
            parts.add("the words of "
                    + FindingWords.count(summary.closedEntries(), "custody entry", "custody entries")
                    + " (the chain still holds)");
        }
        if (!parts.isEmpty()) {
            screen.print("Held back: " + String.join("; ", parts) + ". All of it goes along with --with-originals"
                    + (withKeepers ? "." : "; with --with-keepers custody entries that name nobody else."));
        }
    }
}
