package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyLog;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "custody",
        header = "List what was done with the case: every intake, derivation, decision, export …",
        description =
                "One line an entry of the custody log: number, time, who, what. Withheld names are masked here; the"
                        + " log itself has them.",
        footer = {
            "  headwater custody my.case",
            "  headwater custody my.case --action export",
            "  headwater custody my.case --about it_22a19425b35d5b850eb5"
        })
final class CustodyCommand extends CaseCommand {
    @Option(names = "--action", paramLabel = "ACTION", description = "Only entries of this action, such as intake.")
    private Optional<String> action = Optional.empty();

    @Option(names = "--about", paramLabel = "SUBJECT", description = "Only entries on this item, statement or name.")
    private Optional<String> about = Optional.empty();

    @Override
    ExitCode run(Session session, Case open) throws IOException, CaseException {
        CaseView view = open.view();
        List<CustodyEntry> entries = new ArrayList<>();
        CustodyLog.replay(open.evidence().custodyLog(), entry -> {
            boolean asked = action.map(entry.event().action()::equals).orElse(true)
                    && about.map(entry.event().subject()::equals).orElse(true);
            if (asked) {
                entries.add(entry);
            }
        });
        Screen screen = session.screen();
        if (isJson()) {
            ObjectNode page = Json.object();
            ArrayNode all = page.putArray("entries");
            entries.forEach(entry -> all.add(json(entry, view)));
            screen.print(Json.page(page));
        } else if (entries.isEmpty()) {
            screen.print("No custody entries of this selection.");
        } else {
            Table table = new Table();
            entries.forEach(entry -> table.row(
                    Long.toString(entry.sequence()),
                    entry.isClosed()
                            ? ""
                            : entry.time().toString().substring(0, 16).replace('T', ' '),
                    entry.who(),
                    entry.isClosed() ? "closed: its words were erased" : view.masked(inWords(entry))));
            table.printTo(screen);
        }
        return ExitCode.DONE;
    }

    private static String inWords(CustodyEntry entry) {
        String details = entry.event().details().entrySet().stream()
                .filter(detail -> !detail.getKey().endsWith("sha256")
                        && !detail.getValue().isEmpty())
                .map(detail -> detail.getKey() + "=" + detail.getValue())
                .collect(Collectors.joining(" "));
        return entry.event().action() + " " + entry.event().subject() + (details.isEmpty() ? "" : "  " + details);
    }

    private static ObjectNode json(CustodyEntry entry, CaseView view) {
        if (entry.isClosed()) {
            return Json.object()
                    .put("sequence", entry.sequence())
                    .put("action", entry.event().action())
                    .put("digest", entry.digest().hex())
                    .put("signed", entry.signature().isPresent());
        }
        ObjectNode node = Json.object()
                .put("sequence", entry.sequence())
                .put("time", entry.time().toString())
                .put("who", entry.who())
                .put("action", entry.event().action())
                .put("subject", view.masked(entry.event().subject()));
        ObjectNode details = node.putObject("details");
        entry.event().details().forEach((name, value) -> details.put(name, view.masked(value)));
        return node.put("digest", entry.digest().hex())
                .put("signed", entry.signature().isPresent());
    }
}
