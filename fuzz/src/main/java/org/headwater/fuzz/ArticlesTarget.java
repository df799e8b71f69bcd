package org.headwater.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.headwater.cli.input.ArticleLine;
import org.headwater.cli.input.ByteLines;

/** Each line is an article with an id and no more letters than it has bytes, or it is refused; none is passed over. */
public final class ArticlesTarget {
    private ArticlesTarget() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        ByteLines lines = new ByteLines(new ByteArrayInputStream(input));
        ArticleLine article = new ArticleLine();
        long bytes = 0;
        try {
            while (lines.next()) {
                bytes += lines.end() - lines.begin() + 1;
                if (lines.isBlank()) {
                    continue;
                }
                if (article.read(lines)) {
                    Broken.unless(!article.id().isEmpty(), "an article has an id");
                    // A byte that is no UTF-8 becomes one sign, an escape is longer than what it stands for.
                    Broken.unless(
                            article.text().length() <= lines.end() - lines.begin(), "no letters come from nowhere");
                } else {
                    Broken.unless(!article.fault().isBlank(), "a refusal says why");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read bytes in memory", e);
        }
        Broken.unless(bytes == input.length || bytes == input.length + 1L, "every byte is in a line");
    }
}
