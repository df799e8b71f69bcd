package org.headwater.cli.screen;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * A page of JSON that holds one list and is written while the list is still being made, in the very form of {@link
 * Json#page}. However early it is closed, what is written is whole JSON. Not thread-safe.
 */
public final class JsonList implements AutoCloseable {
    private final Screen screen;
    private final JsonGenerator out;

    private JsonList(Screen screen, JsonGenerator out) {
        this.screen = screen;
        this.out = out;
    }

    /** Begins a list of this name. */
    public static JsonList on(Screen screen, String name) {
        try {
            JsonGenerator out = Json.generator(screen.results());
            out.writeStartObject();
            out.writeArrayFieldStart(name);
            return new JsonList(screen, out);
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    /** Adds one to the list. */
    public void add(JsonNode node) {
        try {
            out.writeTree(node);
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    /** Hands what was added so far to the system. */
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw unexpected(e);
        }
    }

    /** Ends the list and the page. */
    @Override
    public void close() {
        try {
            out.writeEndArray();
            out.writeEndObject();
            out.flush();
        } catch (IOException e) {
            throw unexpected(e);
        }
        screen.gap();
    }

    private static IllegalStateException unexpected(IOException e) {
        return new IllegalStateException("Cannot write JSON to the screen, which keeps its own troubles", e);
    }
}
