package org.headwater.cli.screen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A line of JSON written member by member. As {@link Json#line}, for a command that prints very many or has nothing else to
 * do with JSON, and is spared the start of what maps trees. Stateless and safe for several threads.
 */
public final class JsonLine {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonLine() {}

    /** Writes the members of the line's object. */
    @FunctionalInterface
    public interface Members {
        /** Writes them; the object is begun, and ended after. */
        void write(JsonGenerator json) throws IOException;
    }

    /** One object on one line. */
    public static String of(Members members) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write JSON to memory", e);
        }
        return line.toString();
    }
}
