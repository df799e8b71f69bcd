package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of words that are redacted. The articles are made up. */
class RedactCommandTest {
    private static final String ARTICLE = """
            The Practice Post
            3 May 2022

            The Orchard Watch said that it had counted 12 Chinese police stations in 5 countries. The one in Rotterdam is
            behind the blue
            bakery. Its keeper, who is 34, told the council of 34 visits.
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void read() throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(articles.resolve("post.txt"), ARTICLE);
        Files.writeString(articles.resolve("copy.txt"), ARTICLE.replace("The Practice Post", "The Second Post"));
        Files.writeString(articles.resolve("other.txt"), "The Third Post\n4 May 2022\n\nThe council has 34 members.\n");
        assertThat(run("read", "my.case", "articles").code()).isZero();
    }

    private Typed.Answer run(String... words) {
        return Typed.in(folder).run(words);
    }

    @Test
    void theWordsAreCoveredWhereverTheyStandAndNoSearchFindsThem() {
        assertThat(run("search", "my.case", "bakery").out()).contains("Practice Post");

        Typed.Answer redacted = run(
                "redact", "my.case", "post.txt", "--text", "behind the blue bakery", "--why", "shows where he lives");

        assertThat(redacted.code()).as(redacted.err()).isZero();
        assertThat(redacted.out())
                .contains("undo my.case 1", "covered in 2 documents")
                .doesNotContain("bakery");
        assertThat(run("show", "my.case", "post.txt").out()
                        + run("show", "my.case", "copy.txt").out())
                .doesNotContain("bakery");
        assertThat(run("search", "my.case", "bakery").out()).contains("No document has");
        assertThat(run("search", "my.case", "council").out()).contains("Third Post");
        assertThat(run("custody", "my.case").out()).contains("redact").doesNotContain("bakery");
        assertThat(run("verify", "my.case").code()).isZero();
    }

    @Test
    void undoUncoversThemAndARebuildDoesNot() {
        run("redact", "my.case", "post.txt", "--text", "blue bakery");
        assertThat(run("rebuild", "my.case").code()).isZero();
        assertThat(run("search", "my.case", "bakery").out()).contains("No document has");

        assertThat(run("undo", "my.case").code()).isZero();

        assertThat(run("search", "my.case", "bakery").out()).contains("Practice Post");
    }

    @Test
    void aBackupKeepsWhatWasRedacted() {
        run("redact", "my.case", "post.txt", "--text", "blue bakery");
        run("backup", "my.case", "a.backup");
        assertThat(run("restore", "a.backup", "again.case").code()).isZero();

        assertThat(run("search", "again.case", "bakery").out()).contains("No document has");
        assertThat(run("search", "again.case", "council").out()).contains("Practice Post");
    }

    @Test
    void aBundleHasNeitherTheWordsNorAnOriginalThatHasThem() throws IOException {
        run("redact", "my.case", "post.txt", "--text", "blue bakery", "--why", "the blue bakery is hers");
        Typed.Answer exported = run("export", "my.case", "bag", "--as", "bag");
        assertThat(exported.code()).as(exported.err()).isZero();

        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("bag"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(all.toString().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                .contains("34 members")
                .doesNotContain("bakery");
    }

    @Test
    void erasingTheDocumentLeavesTheWordsCoveredWhereOthersHaveThem() {
        run("redact", "my.case", "post.txt", "--text", "blue bakery");
        String id = run("search", "my.case", "Practice Post", "--json")
                .out()
                .replaceAll("(?s).*?(doc_[0-9a-f]{20}).*", "$1");
        Typed.Answer erased = run("erase", "my.case", id, "--why", "she asked");
        assertThat(erased.code()).as(erased.err()).isZero();

        assertThat(run("search", "my.case", "bakery").out()).contains("No document has");
        assertThat(run("show", "my.case", "copy.txt").out()
                        + run("statements", "my.case").out())
                .doesNotContain("bakery");
    }

    @Test
    void whatWasReadOutOfRedactedWordsIsCoveredWithThem() {
        run("redact", "my.case", "post.txt", "--text", "had counted 12 Chinese police stations in 5 countries");
        List<String> ids = run("statements", "my.case").lines().stream()
                .map(line -> line.split(" ", 2)[0])
                .filter(word -> word.startsWith("st-"))
                .toList();
        assertThat(ids).isNotEmpty();

        for (String id : ids) {
            assertThat(run("show", "my.case", id).out()
                            + run("show", "my.case", id, "--why").out())
                    .doesNotContain("Chinese police stations");
        }
    }

    @Test
    void shortWordsAreCoveredInTheirDocumentAlone() {
        Typed.Answer redacted = run("redact", "my.case", "post.txt", "--text", "34");

        assertThat(redacted.out()).contains("covered in 1 document ", "nowhere else");
        assertThat(run("search", "my.case", "34").out())
                .contains("Second Post", "Third Post")
                .doesNotContain("Practice Post");
    }

    @Test
    void whatCannotBeRedactedIsSaid() {
        assertThat(run("redact", "my.case", "post.txt", "--text", "red bakery").err())
                .contains("does not have the words “red bakery”");
        assertThat(run("redact", "my.case", "post.txt", "--passage", "9000-9010")
                        .err())
                .contains("passage 9000–9010 does not lie in its");
        assertThat(run("redact", "my.case", "post.txt", "--passage", "12-").err())
                .contains("must be two numbers");
        assertThat(run("redact", "my.case", "nothing.txt", "--text", "a").code())
                .isEqualTo(3);
        assertThat(run("decisions", "my.case").out()).doesNotContain("redact");
    }
}
