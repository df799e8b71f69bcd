package org.headwater.exchange.bag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.headwater.casefile.Decision;

/** How a decision is written in a bundle. */
final class DecisionForm {
    private DecisionForm() {}

    static ObjectNode node(Decision decision) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
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

    /**
     * Reads what {@link #node} wrote.
     *
     * @throws IllegalArgumentException if it is no decision
     */
    static Decision read(JsonNode node) {
        Map<String, String> changes = new TreeMap<>();
        node.path("changes")
                .properties()
                .forEach(
                        change -> changes.put(change.getKey(), change.getValue().asText()));
        try {
            return new Decision(
                    node.path("decision").asLong(),
                    Instant.parse(node.path("at").asText()),
                    node.path("who").asText(),
                    node.path("why").asText(),
                    Decision.Action.ofWord(node.path("action").asText()),
                    node.path("target").asText(),
                    changes,
                    "");
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Cannot read decision: " + e.getMessage(), e);
        }
    }
}
