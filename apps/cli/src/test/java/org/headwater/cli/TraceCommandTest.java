package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeArticles() throws IOException {
        String one = words("lake", 200);
        String other = words("hill", 200);
        Files.writeString(
                folder.resolve("articles.jsonl"),
                "{\"id\":\"b\",\"text\":\"" + one + "\",\"published\":\"2022-09-15T10:00:00Z\",\"more\":{\"x\":[1]}}\n"
                        + "{\"id\":\"c\",\"text\":\"" + other + "\",\"published\":null}\n\n"
                        + "{\"id\":\"a\",\"published\":\"2022-09-14\",\"text\":\"" + one + "\"}\n");
    }

    private static String words(String stem, int count) {
        return IntStream.range(0, count).mapToObj(i -> stem + i * i).collect(Collectors.joining(" "));
    }

    @Test
    void writesPairsAndClusters() {
        Typed.Answer answer = Typed.in(folder).run("trace", "articles.jsonl");

        assertThat(answer.code()).isZero();
        assertThat(answer.lines())
                .containsExactly("{\"derived\":\"b\",\"source\":\"a\",\"share\":0.995}", "{\"cluster\":[\"b\",\"a\"]}");
        assertThat(answer.err()).isEqualTo("3 articles, 1 pairs, 1 stories of two and more in under 1 s\n");
    }

    @Test
    void writesOnlyWhatIsAskedFor() {
        assertThat(Typed.in(folder)
                        .run("trace", "articles.jsonl", "--only", "clusters")
                        .lines())
                .containsExactly("{\"cluster\":[\"b\",\"a\"]}");
    }

    @Test
    void namesLinesThatAreNoArticle() throws IOException {
        Files.writeString(folder.resolve("broken.jsonl"), "[1]\n{\"text\":\"x\"}\n{\"id\":\n");

        Typed.Answer answer = Typed.in(folder).run("trace", "broken.jsonl");

        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.err())
                .contains("Cannot read line 1: no JSON object")
                .contains("Cannot read line 2: no \"id\"")
                .contains("Cannot read line 3: no JSON: ");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Typed.Answer answer = Typed.in(folder).run("trace", "nowhere.jsonl");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err()).contains("nowhere.jsonl: there is no such file");
    }

    @Test
    void anIndexTracesAgainstWhatWasTracedBefore() throws IOException {
        Path articles = folder.resolve("articles.jsonl");
        List<String> lines = Files.readAllLines(articles);
        Files.write(folder.resolve("monday.jsonl"), lines.subList(0, 2));
        Files.write(folder.resolve("tuesday.jsonl"), lines.subList(2, lines.size()));

        Typed.Answer monday = Typed.in(folder).run("trace", "monday.jsonl", "--index", "traced");
        Typed.Answer tuesday = Typed.in(folder).run("trace", "tuesday.jsonl", "--index", "traced");

        assertThat(monday.lines()).isEmpty();
        assertThat(tuesday.lines())
                .isEqualTo(Typed.in(folder).run("trace", "articles.jsonl").lines());
        assertThat(tuesday.err()).startsWith("1 articles beside 2, 1 pairs, 1 stories of two and more");
    }

    @Test
    void aFolderThatIsNoIndexIsToldAsSuch() throws IOException {
        Files.createDirectory(folder.resolve("traced"));
        Files.writeString(folder.resolve("traced").resolve("generations"), "1 2 3\n");
        Typed.Answer answer = Typed.in(folder).run("trace", "articles.jsonl", "--index", "traced");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("Cannot use the trace index").contains("does not begin with");
    }

    @Test
    void aSmallBoundOfMemoryChangesNothing() {
        assertThat(Typed.in(folder)
                        .run("trace", "articles.jsonl", "--memory", "0")
                        .lines())
                .isEqualTo(Typed.in(folder).run("trace", "articles.jsonl").lines());
    }
}
