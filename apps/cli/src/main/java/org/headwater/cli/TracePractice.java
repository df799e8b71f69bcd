package org.headwater.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headwater.cli.screen.JsonLine;

/**
 * What the launcher lets {@code trace} practise: enough made articles that everything a long run needs is met, since a
 * class that is met first in earnest has Java look into every jar.
 */
final class TracePractice {
    private static final int ARTICLES = 600;
    private static final int WORDS = 250;
    private static final int EVERY_FOURTH = 4;

    private TracePractice() {}

    static void on(Path folder, Session session) throws IOException {
        Path articles = Files.writeString(folder.resolve("articles.jsonl"), articles());
        String index = folder.resolve("traced").toString();
        Headwater.run(session, "trace", articles.toString());
        Headwater.run(session, "trace", articles.toString(), "--index", index);
        Headwater.run(session, "trace", articles.toString(), "--index", index, "--only", "clusters");
    }

    /** Every fourth copies the beginning of the one before; one line holds none. */
    private static String articles() {
        StringBuilder lines = new StringBuilder("no article\n");
        long state = 1;
        String text = "";
        for (int article = 0; article < ARTICLES; article++) {
            boolean copies = article % EVERY_FOURTH == EVERY_FOURTH - 1;
            StringBuilder words = new StringBuilder(copies ? text.substring(0, text.length() * 2 / 3) : "");
            for (int word = copies ? WORDS * 2 / 3 : 0; word < WORDS; word++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                words.append(Long.toString(state >>> 48, Character.MAX_RADIX)).append(word % 20 == 0 ? ".\n" : " ");
            }
            text = words.append("\"caf\u00e9\u7ad9\"").toString();
            lines.append(line(article, text)).append('\n');
        }
        return lines.toString();
    }

    private static String line(int article, String text) {
        return JsonLine.of(json -> {
            json.writeStringField("id", "a" + article);
            json.writeNumberField("story", article / EVERY_FOURTH);
            json.writeStringField("published", "2022-05-" + (10 + article % 20));
            json.writeStringField("text", text);
        });
    }
}
