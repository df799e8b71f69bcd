package org.headwater.cli.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.headwater.casefile.CodebookTrial;
import org.headwater.casefile.words.FindingWords;
import org.headwater.casefile.words.SlotText;
import org.headwater.cli.screen.Cells;
import org.headwater.cli.screen.Json;
import org.headwater.cli.screen.Screen;
import org.headwater.codebook.Codebook;
import org.headwater.model.Statement;
import org.headwater.statements.explanation.Explanation;
import org.headwater.statements.explanation.FoundExplanation;
import org.headwater.statements.explanation.NearMiss;
import org.headwater.statements.explanation.SentenceExplanation;

/** What a codebook finds in one document, sentence by sentence, and what it came near to. */
public final class TrialPage {
    private static final int MISSES_SHOWN = 2;

    private final SlotText slots;
    private final Screen screen;

    public TrialPage(Codebook codebook, Screen screen) {
        this.slots = new SlotText(codebook);
        this.screen = screen;
    }

    /** Which sentences are shown. */
    public enum Part {
        ALL,
        MISSES
    }

    /** Prints what came of a document. */
    public void print(CodebookTrial.Tried tried, Part part) {
        Explanation explanation = tried.explanation();
        screen.print(screen.strong(tried.document().label()) + "   "
                + screen.faint(tried.document().file()));
        if (explanation.read().isEmpty()) {
            screen.print("  Not read: it has no term of the codebook's topics.");
            screen.gap();
            return;
        }
        List<SentenceExplanation> empty = explanation.read().stream()
                .filter(each -> each.found().isEmpty())
                .toList();
        screen.print("  " + FindingWords.count(explanation.sentences(), "sentence") + ", "
                + explanation.read().size() + " worth reading, "
                + FindingWords.count(explanation.reading().statements().size(), "statement") + "; nothing in "
                + empty.size());
        for (SentenceExplanation sentence : part == Part.ALL ? explanation.read() : empty) {
            screen.gap();
            folded("“" + sentence.quote() + "”", "  ", "  ");
            sentence.found().forEach(this::found);
            if (sentence.found().isEmpty()) {
                missed(sentence);
            }
        }
        screen.gap();
    }

    private void found(FoundExplanation found) {
        Statement statement = found.statement();
        String values = statement.slots().entrySet().stream()
                .map(slot -> slots.label(statement.kind(), slot.getKey()) + ": "
                        + slots.of(statement.kind(), slot.getKey(), slot.getValue()))
                .collect(Collectors.joining(" · "));
        folded(
                slots.kind(statement.kind()) + " — " + values + " — says "
                        + statement.attribution().speaker().name() + ", by " + statement.by(),
                "  + ",
                "    ");
    }

    private void missed(SentenceExplanation sentence) {
        if (sentence.terms().isEmpty()) {
            screen.print("  - no term of the codebook stands in it");
        } else if (sentence.misses().isEmpty()) {
            folded("no pattern starts from its terms (" + String.join(", ", sentence.terms()) + ")", "  - ", "    ");
        }
        for (NearMiss miss : sentence.misses()
                .subList(0, Math.min(MISSES_SHOWN, sentence.misses().size()))) {
            folded(
                    miss.pattern() + (miss.trigger().isEmpty() ? " on reported speech" : " at “" + miss.trigger() + "”")
                            + ": " + String.join("; and ", miss.unmet()),
                    "  - ",
                    "    ");
        }
    }

    private void folded(String words, String first, String next) {
        String indent = first;
        for (String line : Cells.fold(Cells.oneLine(words), screen.width() - next.length() - 2)) {
            screen.print(indent + line);
            indent = next;
        }
    }

    /** What came of a document as JSON. */
    public ObjectNode json(CodebookTrial.Tried tried) {
        Explanation explanation = tried.explanation();
        ObjectNode node = Json.object()
                .put("file", tried.document().file())
                .put("document", tried.document().id().value())
                .put("sentences", explanation.sentences());
        ArrayNode topics = node.putArray("topics");
        explanation.topics().forEach(topics::add);
        ArrayNode read = node.putArray("read");
        for (SentenceExplanation sentence : explanation.read()) {
            ObjectNode each = read.addObject()
                    .put("begin", sentence.span().begin())
                    .put("end", sentence.span().end())
                    .put("quote", sentence.quote());
            ArrayNode found = each.putArray("found");
            sentence.found().forEach(one -> found.add(WhyPage.json(one)));
            ArrayNode misses = each.putArray("misses");
            for (NearMiss miss : sentence.misses()) {
                ObjectNode one =
                        misses.addObject().put("pattern", miss.pattern()).put("trigger", miss.trigger());
                ArrayNode unmet = one.putArray("unmet");
                miss.unmet().forEach(unmet::add);
            }
            ArrayNode terms = each.putArray("terms");
            sentence.terms().forEach(terms::add);
        }
        return node;
    }
}
