package org.headwater.cli.screen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON object under construction: keys in the order they are put, absent values left out. Values are text, numbers,
 * booleans, other objects, and collections of these.
 *
 * <p>Not thread-safe.
 */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Map<String, Object> members = new LinkedHashMap<>();

    public static Json object() {
        return new Json();
    }

    /** Puts a value; an empty {@link Optional} is left out. */
    public Json put(String key, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> members.put(key, present));
        } else {
            members.put(key, value);
        }
        return this;
    }

    /** The object on one line, for JSON lines. */
    public String line() {
        return written(Optional.empty());
    }

    /** The object over several lines, for people and tools alike. */
    public String page() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return written(Optional.of(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter)));
    }

    private String written(Optional<PrettyPrinter> printer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            printer.ifPresent(generator::setPrettyPrinter);
            write(generator, this);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write JSON to memory", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Json object) {
            generator.writeStartObject();
            for (Map.Entry<String, Object> member : object.members.entrySet()) {
                generator.writeFieldName(member.getKey());
                write(generator, member.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Collection<?> several) {
            generator.writeStartArray();
            for (Object each : several) {
                write(generator, each);
            }
            generator.writeEndArray();
        } else if (value instanceof Integer || value instanceof Long) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else {
            generator.writeString(value.toString());
        }
    }
}
