package org.headwater.cli.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.headwater.model.PartialDate;

/** One article read from one line of JSON. Holds the last line read, so that a million lines make little garbage. Not thread-safe. */
public final class ArticleLine {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final int DAYS_KEPT = 4096;

    private String id = "";
    private char[] letters = new char[4096];
    private int length;
    private final Map<String, Optional<PartialDate>> days = new HashMap<>();
    private Optional<PartialDate> published = Optional.empty();
    private String fault = "";

    /** Whether the line holds an article; if not, {@link #fault} says why. Bytes that are no UTF-8 become U+FFFD. */
    public boolean read(ByteLines line) {
        try (JsonParser parser = FACTORY.createParser(line.bytes(), line.begin(), line.end() - line.begin())) {
            return read(parser);
        } catch (CharConversionException | JsonParseException e) {
            return readAgain(new String(line.bytes(), line.begin(), line.end() - line.begin(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return isNone(e);
        }
    }

    /** With the bytes made characters first, which is slower and takes whatever they are. */
    private boolean readAgain(String line) {
        try (JsonParser parser = FACTORY.createParser(line)) {
            return read(parser);
        } catch (IOException e) {
            return isNone(e);
        }
    }

    private boolean isNone(IOException e) {
        fault = "no JSON: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return false;
    }

    private boolean read(JsonParser parser) throws IOException {
        id = "";
        length = 0;
        published = Optional.empty();
        fault = "";
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            fault = "no JSON object";
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            take(parser);
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
                case "text" -> keep(parser);
                case "published" -> published = date(parser.getValueAsString(""));
                default -> {
                    // Other members are the writer's own.
                }
            }
        } else {
            parser.skipChildren();
        }
    }

    private void keep(JsonParser parser) throws IOException {
        length = parser.getTextLength();
        if (length > letters.length) {
            letters = new char[length * 2];
        }
        System.arraycopy(parser.getTextCharacters(), parser.getTextOffset(), letters, 0, length);
    }

    /** The day of a date or of a date with time; empty if it is neither. The articles of a stream share their days. */
    private Optional<PartialDate> date(String words) {
        if (days.size() == DAYS_KEPT) {
            days.clear();
        }
        return days.computeIfAbsent(words.length() > 10 ? words.substring(0, 10) : words, ArticleLine::day);
    }

    private static Optional<PartialDate> day(String words) {
        try {
            return Optional.of(PartialDate.parse(words));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Its id; not empty. */
    public String id() {
        return id;
    }

    /** The text, until the next line is read. */
    public CharSequence text() {
        return CharBuffer.wrap(letters, 0, length);
    }

    /** The day it is said to be of; empty if that is none. */
    public Optional<PartialDate> published() {
        return published;
    }

    /** Why the last line held no article; empty if it held one. */
    public String fault() {
        return fault;
    }
}
