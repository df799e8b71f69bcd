package org.headwater.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.headwater.lineage.StoryTracer;
import org.headwater.model.PartialDate;

/** Reads made articles, one JSON object a line, with the story each was made of. */
final class ArticleLines implements AutoCloseable {
    private final InputStream in;
    private final JsonParser parser;

    ArticleLines(Path file) throws IOException {
        in = Files.newInputStream(file);
        parser = new JsonFactory().createParser(in);
    }

    /** One made article. */
    record Line(StoryTracer.Article article, String text, int story) {}

    /** The next article; empty at the end. */
    Optional<Line> next() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        String id = "";
        String text = "";
        String published = "";
        int story = -1;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "id" -> id = parser.getText();
                case "text" -> text = parser.getText();
                case "published" -> published = parser.getText();
                case "story" -> story = parser.getIntValue();
                default -> parser.skipChildren();
            }
        }
        return Optional.of(
                new Line(new StoryTracer.Article(id, Optional.of(PartialDate.parse(published))), text, story));
    }

    @Override
    public void close() throws IOException {
        parser.close();
        in.close();
    }
}
