package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.Erasing;
import org.headwater.casefile.words.FindingWords;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Progress;
import org.headwater.cli.screen.Screen;
import org.headwater.model.Item;
import org.headwater.model.ItemId;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "erase",
        header = "Destroy an original for good, with its text and all that was read in it.",
        description =
                "Deletes the bytes of an item and of all that was found inside of it alone, its texts, statements and index"
                        + " entries, and the words of the custody entries and decisions on them. There is no way back. What"
                        + " stays is an entry that it was done, by whom, when and why, with a salted digest: the same bytes"
                        + " are refused if they come again. Backups that were made before still have it; restore them with"
                        + " --erasures. The disk may keep old blocks of what was deleted until it uses them again.",
        footer = {
            "  headwater erase my.case it-22a1 --why \"taken in against her wish\" --dry-run",
            "  headwater erase my.case it-22a1 --why \"taken in against her wish\"",
            "  headwater erase my.case --list"
        })
final class EraseCommand extends CaseCommand {
    private static final int SHOWN = 5;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ITEM",
            description = "The id of an item or of a document read in it, or its beginning.")
    private String item = "";

    @Option(
            names = "--why",
            paramLabel = "REASON",
            description = "Why; it stays readable, so do not repeat in it what is to go.")
    private String why = "";

    @Option(names = "--dry-run", description = "Say what would go, and change nothing.")
    private boolean dryRun;

    @Option(names = "--list", description = "List what was erased so far.")
    private boolean listWanted;

    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        Erasing erasing = open.erasing();
        if (listWanted) {
            open.view();
            list(session.screen(), erasing);
            return ExitCode.DONE;
        }
        if (item.isEmpty()) {
            throw Refusal.ofUsage("Cannot erase: which item is not said");
        }
        ItemId id = erasing.find(item);
        if (dryRun) {
            say(session.screen(), open.view(), erasing.plan(id), "Would erase");
            return ExitCode.DONE;
        }
        Erasing.Plan done;
        try (Interruption interruption = Interruption.listen();
                Progress progress = Progress.on(session.screen(), session.clock())) {
            done = erasing.erase(id, why, new CaseProgress(progress, interruption));
        }
        say(session.screen(), open.view(), done, "Erased");
        if (erasing.isPending()) {
            session.screen()
                    .say(
                            "Another process is reading the case: old pages of its store go once that has ended and the case"
                                    + " is next changed.");
            return ExitCode.PROBLEMS;
        }
        return ExitCode.DONE;
    }

    private void list(Screen screen, Erasing erasing) {
        if (isJson()) {
            ObjectNode page = Json.object();
            ErasureLines.add(page.putArray("erased"), erasing.all());
            screen.print(Json.page(page));
        } else if (erasing.all().isEmpty()) {
            screen.print("Nothing was erased from this case.");
        } else {
            erasing.all().forEach(each -> screen.print(ErasureLines.line(each)));
        }
    }

    private void say(Screen screen, CaseView view, Erasing.Plan plan, String verb) {
        if (isJson()) {
            ObjectNode page = Json.object().put("erased", !dryRun);
            ArrayNode items = page.putArray("items");
            plan.items().forEach(each -> items.add(each.id().value()));
            page.put("documents", plan.documents())
                    .put("statements", plan.statements())
                    .put("decisions", plan.decisions());
            ArrayNode elsewhere = page.putArray("sharesWordsWith");
            plan.elsewhere().forEach(file -> elsewhere.add(view.masked(file)));
            screen.print(Json.page(page));
            return;
        }
        Item first = plan.items().get(0);
        screen.print(String.format(
                Locale.ROOT,
                "%s %s%s: %s, %s, the words of %s.",
                verb,
                dryRun
                        ? first.id() + ", " + Cells.oneLine(view.masked(first.name()))
                        : first.id().value(),
                plan.items().size() == 1
                        ? ""
                        : " and " + FindingWords.count(plan.items().size() - 1, "item") + " inside of it",
                FindingWords.count(plan.documents(), "document"),
                FindingWords.count(plan.statements(), "statement"),
                FindingWords.count(plan.decisions(), "decision")));
        if (!plan.elsewhere().isEmpty()) {
            screen.print(FindingWords.count(plan.elsewhere().size(), "other document")
                    + (plan.elsewhere().size() == 1
                            ? " shares words with it and stays:"
                            : " share words with it and stay:"));
            plan.elsewhere().stream()
                    .limit(SHOWN)
                    .forEach(file -> screen.print("  " + Cells.oneLine(view.masked(file))));
            if (plan.elsewhere().size() > SHOWN) {
                screen.print("  … and " + (plan.elsewhere().size() - SHOWN) + " more");
            }
        }
        if (!dryRun) {
            screen.print("Backups and bundles made before still have it: destroy them, or restore with --erasures.");
        }
    }
}
