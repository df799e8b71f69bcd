package org.headwater.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.headwater.model.Attribution;
import org.headwater.model.DocumentId;
import org.headwater.model.EntityId;
import org.headwater.model.PartialDate;
import org.headwater.model.Polarity;
import org.headwater.model.SlotValue;
import org.headwater.model.Span;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.model.Status;

/**
 * The written form of statements, version 1: one JSON object a line, UTF-8, keys in a fixed order, absent slots left out.
 * Reading what was written gives an equal statement.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class WrittenForm {
    /** The version this class writes, and the only one it reads. */
    public static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WrittenForm() {}

    /** The line of a statement, without its line end. */
    public static String write(Statement statement) {
        try {
            return JSON.writeValueAsString(node(statement));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write statement " + statement.id(), e);
        }
    }

    /** The statement as a JSON object. */
    public static ObjectNode node(Statement statement) {
        ObjectNode node = NODES.objectNode();
        node.put("v", VERSION);
        node.put("id", statement.id().value());
        node.put("document", statement.document().value());
        node.put("file", statement.file());
        node.put("kind", statement.kind());
        node.put("polarity", statement.polarity().word());
        node.put("begin", statement.span().begin());
        node.put("end", statement.span().end());
        node.put("quote", statement.quote());
        node.set("slots", slots(statement.slots()));
        ArrayNode chain = node.putArray("attribution");
        statement.attribution().steps().forEach(step -> chain.add(step(step)));
        ArrayNode certainty = node.putArray("certainty");
        statement.certainty().forEach(certainty::add);
        node.put("status", statement.status().word());
        node.put("by", statement.by());
        return node;
    }

    /** Any value of the model as JSON: ids as text, slots and statements in their written form. */
    public static JsonNode json(Object value) {
        return InternalJson.node(value);
    }

    /** Slots as a JSON object, by name. */
    public static ObjectNode slots(Map<String, SlotValue> slots) {
        ObjectNode node = NODES.objectNode();
        slots.forEach((name, value) -> node.set(name, slotNode(value)));
        return node;
    }

    static JsonNode slotNode(SlotValue value) {
        return value.fold(SlotWriter.INSTANCE);
    }

    private static ObjectNode step(Attribution.Step step) {
        ObjectNode node = NODES.objectNode();
        node.put("name", step.name());
        step.entity().ifPresent(entity -> node.put("id", entity.value()));
        if (!step.text().isEmpty()) {
            node.put("text", step.text());
        }
        node.put("how", step.how().word());
        return node;
    }

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException if it is not a statement of version 1, naming the fault
     */
    public static Statement read(String line) {
        try {
            return read(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot read statement: no JSON object: " + e.getOriginalMessage(), e);
        }
    }

    static Statement read(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("Cannot read statement: no JSON object");
        }
        int version = node.path("v").asInt(0);
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "Cannot read statement: version " + version + " (this program reads " + VERSION + ")");
        }
        List<Attribution.Step> chain = new ArrayList<>();
        for (JsonNode step : node.path("attribution")) {
            chain.add(new Attribution.Step(
                    word(step, "name"),
                    optional(step, "id").map(EntityId::new),
                    optional(step, "text").orElse(""),
                    Attribution.How.ofWord(word(step, "how"))));
        }
        List<String> certainty = new ArrayList<>();
        node.path("certainty").forEach(each -> certainty.add(each.asText()));
        return new Statement(
                new StatementId(word(node, "id")),
                new DocumentId(word(node, "document")),
                word(node, "file"),
                word(node, "kind"),
                Polarity.ofWord(word(node, "polarity")),
                new Span(whole(node, "begin"), whole(node, "end")),
                word(node, "quote"),
                readSlots(node.path("slots")),
                new Attribution(chain),
                certainty,
                Status.ofWord(word(node, "status")),
                word(node, "by"));
    }

    static Map<String, SlotValue> readSlots(JsonNode node) {
        Map<String, SlotValue> slots = new TreeMap<>();
        node.properties().forEach(entry -> slots.put(entry.getKey(), slot(entry.getValue())));
        return slots;
    }

    static SlotValue slot(JsonNode node) {
        if (node.isArray()) {
            List<SlotValue> values = new ArrayList<>();
            node.forEach(each -> values.add(slot(each)));
            return new SlotValue.Several(values);
        }
        String text = optional(node, "text").orElse("");
        return switch (word(node, "type")) {
            case "number" -> new SlotValue.Count(count(node, "min"), count(node, "max"), text);
            case "date" ->
                new SlotValue.Period(
                        optional(node, "from").map(PartialDate::parse),
                        optional(node, "to").map(PartialDate::parse),
                        text);
            case "place" ->
                new SlotValue.Place(word(node, "name"), optional(node, "country"), optional(node, "id"), text);
            case "party" ->
                new SlotValue.Party(word(node, "name"), optional(node, "id").map(EntityId::new), text);
            case "word" -> new SlotValue.Word(word(node, "name"), text);
            default ->
                throw new IllegalArgumentException("Cannot read statement: slot of type '" + word(node, "type") + "'");
        };
    }

    private static OptionalLong count(JsonNode node, String name) {
        return node.path(name).isIntegralNumber()
                ? OptionalLong.of(node.path(name).asLong())
                : OptionalLong.empty();
    }

    private static String word(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("Cannot read statement: '" + name + "' is missing or no text");
        }
        return value.asText();
    }

    private static int whole(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isInt()) {
            throw new IllegalArgumentException("Cannot read statement: '" + name + "' is missing or no whole number");
        }
        return value.asInt();
    }

    private static Optional<String> optional(JsonNode node, String name) {
        return Optional.of(node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** Slot values as JSON: an object with a type, or an array of such objects. */
    private static final class SlotWriter implements SlotValue.Cases<JsonNode> {
        static final SlotWriter INSTANCE = new SlotWriter();

        @Override
        public JsonNode count(SlotValue.Count value) {
            ObjectNode node = typed("number");
            node.set("min", bound(value.min()));
            node.set("max", bound(value.max()));
            return node.put("text", value.text());
        }

        private static JsonNode bound(OptionalLong bound) {
            return bound.isPresent() ? NODES.numberNode(bound.getAsLong()) : NODES.nullNode();
        }

        @Override
        public JsonNode period(SlotValue.Period value) {
            ObjectNode node = typed("date");
            value.from().ifPresent(from -> node.put("from", from.toString()));
            value.to().ifPresent(to -> node.put("to", to.toString()));
            return node.put("text", value.text());
        }

        @Override
        public JsonNode place(SlotValue.Place value) {
            ObjectNode node = typed("place").put("name", value.name());
            value.country().ifPresent(country -> node.put("country", country));
            value.id().ifPresent(id -> node.put("id", id));
            return node.put("text", value.text());
        }

        @Override
        public JsonNode party(SlotValue.Party value) {
            ObjectNode node = typed("party").put("name", value.name());
            value.entity().ifPresent(entity -> node.put("id", entity.value()));
            return node.put("text", value.text());
        }

        @Override
        public JsonNode word(SlotValue.Word value) {
            return typed("word").put("name", value.name()).put("text", value.text());
        }

        @Override
        public JsonNode several(SlotValue.Several value) {
            ArrayNode values = NODES.arrayNode();
            value.values().forEach(each -> values.add(each.fold(this)));
            return values;
        }

        private static ObjectNode typed(String type) {
            return NODES.objectNode().put("type", type);
        }
    }
}
