package org.headwater.cli.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.headwater.casefile.Decision;
import org.headwater.casefile.WrittenForm;
import org.headwater.casefile.words.SlotText;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.cli.screen.Table;
import org.headwater.codebook.Codebook;
import org.headwater.model.Statement;
import org.headwater.statements.explanation.FoundExplanation;

/** Why a statement is there: its pattern, where each slot's words stand, what makes whom the speaker. */
public final class WhyPage {
    private final SlotText slots;
    private final Screen screen;

    public WhyPage(Codebook codebook, Screen screen) {
        this.slots = new SlotText(codebook);
        this.screen = screen;
    }

    /**
     * Why a statement stands.
     *
     * @param statement as it stands in the case
     * @param explanation why a pattern proposes it; empty if none does
     * @param decisions what people decided on it, in their order
     * @param unproposed why no pattern proposes it any more; empty while one does
     */
    public record Why(
            Statement statement,
            Optional<FoundExplanation> explanation,
            List<Decision> decisions,
            Optional<String> unproposed) {}

    /** Prints it. */
    public void print(Why why) {
        screen.gap();
        screen.print(screen.strong("Why"));
        why.explanation().ifPresent(this::explanation);
        why.unproposed().ifPresent(reason -> folded("It is no longer proposed: " + reason + ".", "  "));
        if (why.explanation().isEmpty() && why.unproposed().isEmpty()) {
            folded("No pattern proposes it: " + why.statement().by() + " added it.", "  ");
        }
        for (Decision decision : why.decisions()) {
            String words = "Decision " + decision.sequence() + ", by " + decision.who() + ": "
                    + decision.action().word() + changes(decision);
            folded(words + (decision.why().isEmpty() ? "" : " (" + decision.why() + ")"), "  ");
        }
    }

    /** What a decision changes, as typed, each behind a space; empty if it changes nothing. */
    public static String changes(Decision decision) {
        return decision.changes().entrySet().stream()
                .filter(change -> !change.getKey().startsWith("@"))
                .map(change -> " " + change.getKey() + "=" + change.getValue())
                .collect(Collectors.joining());
    }

    private void explanation(FoundExplanation found) {
        Statement read = found.statement();
        folded(
                "The pattern " + read.by() + " was tried "
                        + (found.trigger().isEmpty()
                                ? "on what is reported as said here"
                                : "at “" + found.trigger() + "”, a term of " + String.join(", ", found.lists()))
                        + ", and everything it asks for is there:",
                "  ");
        found.conditions().forEach(condition -> folded(condition, "    "));
        screen.gap();
        screen.print("  What was read from which words");
        Table table = new Table();
        for (FoundExplanation.SlotExplanation slot : found.slots()) {
            table.row(
                    "    " + slots.label(read.kind(), slot.slot()),
                    slots.of(read.kind(), slot.slot(), read.slots().get(slot.slot())),
                    slot.words().isEmpty() ? "" : "“" + Cells.cut(Cells.oneLine(slot.words()), 40) + "”",
                    slot.rule());
        }
        table.printTo(screen);
        screen.gap();
        screen.print("  Who says it");
        found.speakers().forEach(step -> folded(step.name() + ": " + step.reason(), "    "));
        if (!read.certainty().isEmpty()) {
            folded("Kept as words of doubt or confirmation: " + String.join(", ", read.certainty()), "  ");
        }
        if (!found.gaveWay().isEmpty()) {
            folded("Also found it, and gave way: " + String.join(", ", found.gaveWay()), "  ");
        }
    }

    private void folded(String words, String indent) {
        for (String line : Cells.fold(Cells.oneLine(words), screen.width() - indent.length() - 2)) {
            screen.print(indent + line);
        }
    }

    /** It as JSON. */
    public static ObjectNode json(Why why) {
        ObjectNode node = why.explanation().map(WhyPage::json).orElseGet(Json::object);
        why.unproposed().ifPresent(reason -> node.put("noLongerProposed", reason));
        ArrayNode decisions = node.putArray("decisions");
        for (Decision decision : why.decisions()) {
            ObjectNode each = decisions
                    .addObject()
                    .put("decision", decision.sequence())
                    .put("who", decision.who())
                    .put("action", decision.action().word())
                    .put("why", decision.why());
            ObjectNode changes = each.putObject("changes");
            decision.changes().forEach(changes::put);
        }
        return node;
    }

    static ObjectNode json(FoundExplanation found) {
        ObjectNode node = Json.object();
        node.set("statement", WrittenForm.node(found.statement()));
        node.put("pattern", found.statement().by()).put("trigger", found.trigger());
        array(node, "lists", found.lists());
        array(node, "conditions", found.conditions());
        ArrayNode slots = node.putArray("slots");
        found.slots()
                .forEach(slot -> slots.addObject()
                        .put("slot", slot.slot())
                        .put("words", slot.words())
                        .put("rule", slot.rule()));
        ArrayNode speakers = node.putArray("speakers");
        found.speakers()
                .forEach(step -> speakers.addObject().put("name", step.name()).put("reason", step.reason()));
        array(node, "gaveWay", found.gaveWay());
        return node;
    }

    private static void array(ObjectNode node, String name, List<String> words) {
        ArrayNode array = node.putArray(name);
        words.forEach(array::add);
    }
}
