package org.headwater.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headwater.casefile.Case;
import org.headwater.casefile.CaseException;
import org.headwater.casefile.CaseView;
import org.headwater.casefile.Decision;
import org.headwater.cli.page.WhyPage;
import org.headwater.cli.screen.Json;
import org.headwater.model.DocumentId;
import picocli.CommandLine.Option;

/** A command by which a person decides something. It is recorded with who, when and why, and can be undone. */
abstract class DecisionCommand extends CaseCommand {
    @Option(names = "--why", paramLabel = "REASON", description = "Why, for those who read the case after you.")
    private String why = "";

    /** Records the decision and says so. */
    final ExitCode decide(
            Session session, Case open, Decision.Action action, String target, Map<String, String> changes)
            throws CaseException {
        say(session, open.decide(action, target, changes, why));
        return ExitCode.DONE;
    }

    final String why() {
        return why;
    }

    /** Says what was decided, and how to take it back. */
    final void say(Session session, Decision decision) {
        if (isJson()) {
            session.screen().print(Json.page(json(decision)));
        } else {
            session.screen().print("Decision " + decision.sequence() + ": " + inWords(decision));
            session.screen()
                    .print("Take it back with: " + session.command() + " undo " + typed() + " " + decision.sequence());
        }
    }

    /** The whole id of the statement that was meant. */
    static String statement(CaseView view, String words) throws CaseException {
        CaseView.Reference found = view.find(words);
        if (!(found instanceof CaseView.Reference.ToStatement)) {
            throw Refusal.of("Cannot decide on " + found.id() + ": it is no statement (their ids begin with st-)");
        }
        return found.id();
    }

    /** The document that was meant, by its file, its id or the beginning of that. */
    static DocumentId document(CaseView view, String words) throws CaseException {
        List<DocumentId> byFile = view.documents().stream()
                .filter(id -> view.file(id).filter(words::equals).isPresent())
                .toList();
        if (byFile.size() == 1) {
            return byFile.get(0);
        }
        CaseView.Reference found = view.find(words);
        if (!(found instanceof CaseView.Reference.ToDocument to)) {
            throw Refusal.of("Cannot decide on " + found.id() + ": it is no document (their ids begin with doc-)");
        }
        return to.document();
    }

    static String inWords(Decision decision) {
        StringBuilder words = new StringBuilder(decision.action().word()).append(' ');
        Optional<String> other = Optional.ofNullable(decision.changes().get("other"));
        switch (decision.action()) {
            case MERGE, SPLIT -> {
                // What was erased has lost its other name.
                words.append('“').append(decision.target()).append('”');
                String and = decision.action() == Decision.Action.MERGE ? " and " : " from ";
                other.ifPresent(
                        name -> words.append(and).append('“').append(name).append('”'));
            }
            default -> words.append(decision.target()).append(WhyPage.changes(decision));
        }
        if (decision.isErased()) {
            words.append(" (erased with what it was on)");
        } else if (!decision.why().isEmpty()) {
            words.append(" (").append(decision.why()).append(')');
        }
        return words + ", by " + decision.who();
    }

    static ObjectNode json(Decision decision) {
        ObjectNode node = Json.object()
                .put("decision", decision.sequence())
                .put("at", decision.at().toString())
                .put("who", decision.who())
                .put("why", decision.why())
                .put("action", decision.action().word())
                .put("target", decision.target());
        ObjectNode changes = node.putObject("changes");
        decision.changes().forEach(changes::put);
        return node;
    }
}
