package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.cli.page.CaseJson;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.model.Origin;
import org.headwater.model.OriginId;
import org.headwater.model.OriginTrace;
import picocli.CommandLine;

@CommandLine.Command(
        name = "origins",
        header = "List the independent origins that the statements of the case rest on.",
        description = "One line for each origin, with the number of statements and documents that lead to it.",
        footer = {"  headwater origins my.case", "  headwater origins my.case --json"})
final class OriginsCommand extends CaseCommand {
    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        CaseView view = open.view();
        Map<OriginId, List<OriginTrace>> byOrigin = new TreeMap<>();
        long circular = 0;
        for (OriginTrace trace : view.traces().values()) {
            if (trace.origin().isPresent()) {
                byOrigin.computeIfAbsent(trace.origin().get().id(), key -> new ArrayList<>())
                        .add(trace);
            } else {
                circular++;
            }
        }
        List<List<OriginTrace>> sorted = byOrigin.values().stream()
                .sorted(Comparator.comparing((List<OriginTrace> traces) -> -documents(view, traces))
                        .thenComparing(traces -> origin(traces).party()))
                .toList();
        Screen screen = session.screen();
        if (isJson()) {
            screen.print(Json.page(json(view, open, sorted)));
        } else if (sorted.isEmpty()) {
            screen.print("No origins yet: the case has no statements.");
        } else {
            Table table = new Table();
            sorted.forEach(traces -> table.row(
                    screen.strong(origin(traces).party()),
                    origin(traces).kind().words(),
                    count(traces.size(), "statement") + " in " + count(documents(view, traces), "document"),
                    origin(traces).reason()));
            table.printTo(screen);
            if (circular > 0) {
                screen.print(count(circular, "statement") + " lead back to themselves and rest on nothing.");
            }
        }
        return ExitCode.DONE;
    }

    private static ObjectNode json(CaseView view, Case open, List<List<OriginTrace>> sorted) {
        CaseJson json = CaseJson.of(view, open.codebook());
        ObjectNode page = Json.object();
        ArrayNode origins = page.putArray("origins");
        for (List<OriginTrace> traces : sorted) {
            ObjectNode each = json.origin(origin(traces)).put("documents", documents(view, traces));
            ArrayNode all = each.putArray("traces");
            traces.forEach(trace -> all.add(json.trace(trace)));
            origins.add(each);
        }
        return page;
    }

    private static Origin origin(List<OriginTrace> traces) {
        return traces.get(0).origin().orElseThrow();
    }

    private static long documents(CaseView view, List<OriginTrace> traces) {
        return traces.stream()
                .map(trace -> view.statements().get(trace.statement()).document())
                .distinct()
                .count();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
