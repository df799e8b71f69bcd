package org.headwater.cli.screen;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;

/** JSON as commands print it: a page for one result, a line for each of many. Stateless and safe for several threads. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter PAGES = MAPPER.writer(pages());

    private Json() {}

    private static DefaultPrettyPrinter pages() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    /** An object without members. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** On one line, for JSON lines. */
    public static String line(JsonNode node) {
        return written(MAPPER.writer(), node);
    }

    /** Over several lines, for people and tools alike. */
    public static String page(JsonNode node) {
        return written(PAGES, node);
    }

    /** Writes pages part by part; closing it leaves the writer open. */
    static JsonGenerator generator(Writer out) throws IOException {
        return PAGES.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    private static String written(ObjectWriter writer, JsonNode node) {
        try {
            return writer.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write JSON to memory", e);
        }
    }
}
