package org.headwater.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Optional;
import org.headwater.model.PartialDate;

/** One article read from one line of JSON. Holds the last line read, so that a million lines make little garbage. */
final class ArticleLine {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private String id = "";
    private String text = "";
    private Optional<PartialDate> published = Optional.empty();
    private String fault = "";

    /** Whether the line holds an article; if not, {@link #fault} says why. */
    boolean read(String line) {
        id = "";
        text = "";
        published = Optional.empty();
        fault = "";
        try (JsonParser parser = FACTORY.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                fault = "no JSON object";
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                take(parser);
            }
        } catch (IOException e) {
            fault = "no JSON: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return false;
        }
        if (id.isEmpty()) {
            fault = "no \"id\"";
            return false;
        }
        return true;
    }

    private void take(JsonParser parser) throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            switch (name) {
                case "id" -> id = parser.getValueAsString("");
                case "text" -> text = parser.getValueAsString("");
                case "published" -> published = date(parser.getValueAsString(""));
                default -> {
                    // Other members are the writer's own.
                }
            }
        } else {
            parser.skipChildren();
        }
    }

    /** The day of a date or of a date with time; empty if it is neither. */
    private static Optional<PartialDate> date(String words) {
        try {
            return Optional.of(PartialDate.parse(words.length() > 10 ? words.substring(0, 10) : words));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String id() {
        return id;
    }

    String text() {
        return text;
    }

    Optional<PartialDate> published() {
        return published;
    }

    String fault() {
        return fault;
    }
}
