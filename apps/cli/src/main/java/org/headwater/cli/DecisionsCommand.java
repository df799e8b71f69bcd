package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.Decision;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.model.StatementId;
import picocli.CommandLine;

@CommandLine.Command(
        name = "decisions",
        header = "List what people decided, with who, when and why.",
        description =
                "Nothing is ever struck out: a decision that was taken back stays in the list, marked with the one that did.",
        footer = {"  headwater decisions my.case", "  headwater decisions my.case --json"})
final class DecisionsCommand extends CaseCommand {
    @Override
    ExitCode run(Session session, Case open) throws CaseException {
        List<Decision> decisions = open.view().decisions();
        Map<StatementId, String> unproposed = open.view().unproposed();
        Map<Long, Long> takenBack = takenBack(decisions, open.holdings().undone());
        Screen screen = session.screen();
        if (isJson()) {
            ObjectNode page = Json.object();
            ArrayNode all = page.putArray("decisions");
            decisions.forEach(decision -> {
                ObjectNode node = DecisionCommand.json(decision);
                node.put("holds", !takenBack.containsKey(decision.sequence()) && !decision.isErased());
                Optional.ofNullable(takenBack.get(decision.sequence())).ifPresent(by -> node.put("takenBackBy", by));
                gone(decision, unproposed).ifPresent(reason -> node.put("noLongerProposed", reason));
                all.add(node);
            });
            screen.print(Json.page(page));
        } else if (decisions.isEmpty()) {
            screen.print("No decisions yet: everything is as the software proposes it.");
        } else {
            Table table = new Table();
            decisions.forEach(decision -> table.row(
                    Long.toString(decision.sequence()),
                    decision.at().toString().substring(0, 16).replace('T', ' '),
                    DecisionCommand.inWords(decision)
                            + Optional.ofNullable(takenBack.get(decision.sequence()))
                                    .map(by -> " — taken back by " + by)
                                    .orElse("")
                            + gone(decision, unproposed)
                                    .map(reason -> " — no longer proposed: " + reason)
                                    .orElse("")));
            table.printTo(screen);
        }
        return ExitCode.DONE;
    }

    /** By which undo each decision that no longer holds was taken back. */
    private static Map<Long, Long> takenBack(List<Decision> decisions, Set<Long> undone) {
        return decisions.stream()
                .filter(decision -> decision.action() == Decision.Action.UNDO && !undone.contains(decision.sequence()))
                .collect(Collectors.toMap(
                        decision -> Long.parseLong(decision.target()), Decision::sequence, (first, later) -> first));
    }

    private static Optional<String> gone(Decision decision, Map<StatementId, String> unproposed) {
        return unproposed.entrySet().stream()
                .filter(each -> each.getKey().value().equals(decision.target()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
