package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command on one small case, typed as a person would. */
class CaseCommandsTest {
    @TempDir
    private static Path folder;

    private static Typed.Answer read;

    @BeforeAll
    static void readCase() throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(articles.resolve("post.txt"), """
                The Practice Post
                3 May 2022

                A count

                The Orchard Watch said that it had counted 12 Chinese police stations in 5 countries.
                """);
        Files.writeString(articles.resolve("nothing.txt"), "");
        read = Typed.in(folder).run("read", "my.case", "articles");
    }

    private static Typed.Answer run(String... words) {
        return Typed.in(folder).run(words);
    }

    private static String firstId(String command) {
        return run(command, "my.case").lines().get(0).split(" ", 2)[0];
    }

    @Test
    void readCountsWhatItCouldNotRead() {
        assertThat(read.code()).isEqualTo(5);
        assertThat(read.out())
                .startsWith("1 document read, ")
                .contains(", 1 not read in ")
                .contains("nothing.txt: ")
                .contains("Next: headwater findings my.case");
    }

    @Test
    void readRepeatsNothing() {
        assertThat(run("read", "my.case", "articles").out()).startsWith("0 documents read, 0 statements proposed, ");
    }

    @Test
    void findingsAreLinesWithOriginsAndDocuments() {
        Typed.Answer answer = run("findings", "my.case", "--kind", "site-count");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("12 in 5 countries").contains("1 origin · 1 document");
    }

    @Test
    void findingsAreJsonWhereThatIsAskedFor() {
        assertThat(run("findings", "my.case", "--json").out())
                .startsWith("{\n  \"findings\" : [")
                .contains("\"origins\" : 1");
    }

    @Test
    void aFindingIsShownWithWhoSaysSoAndWhere() {
        assertThat(run("show", "my.case", firstId("findings")).out())
                .contains("It rests on one origin.")
                .contains("asserted by")
                .contains("post.txt ¶");
    }

    @Test
    void aStatementIsShownInItsSentence() {
        assertThat(run("show", "my.case", firstId("statements")).out())
                .contains("»The Orchard Watch said")
                .contains("who says it")
                .contains("Upstream");
    }

    @Test
    void searchFindsWordsAndSaysSoWhereThereAreNone() {
        assertThat(run("search", "my.case", "orchard").out()).contains("post.txt ¶");
        assertThat(run("search", "my.case", "zeppelin").out()).startsWith("No document has “zeppelin”.");
    }

    @Test
    void attributionsAreLinesWithPlacesInTheFile() throws IOException {
        Typed.Answer answer = run("attributions", "my.case", "--format", "jsonl");
        String text = Files.readString(folder.resolve("articles/post.txt"));
        int said = text.indexOf("said");

        // What it said, and inside that what it counted.
        assertThat(answer.lines()).hasSize(2);
        assertThat(answer.lines().get(1)).contains("\"text\":\"counted\"").contains("\"depth\":1");
        assertThat(answer.out())
                .contains("\"file\":\"post.txt\",\"source\":{\"begin\":" + text.indexOf("The Orchard") + ",\"end\":"
                        + (said - 1) + ",\"text\":\"The Orchard Watch\",\"entity\":\"Orchard Watch\"}")
                .contains("\"cue\":{\"begin\":" + said + ",\"end\":" + (said + 4) + ",\"text\":\"said\"}")
                .contains("\"content\":[{\"begin\":" + text.indexOf("that it had"))
                .contains("\"mode\":\"indirect\"");
    }

    @Test
    void attributionsAreATableOfOneSpeaker() {
        assertThat(run("attributions", "my.case", "--by", "orchard").out())
                .contains("post.txt ¶")
                .containsPattern("Orchard Watch +said +that it had counted 12 Chinese police stations")
                .containsPattern("Orchard Watch +counted +12 Chinese police stations");
        assertThat(run("attributions", "my.case", "--by", "nobody").out()).startsWith("Nobody is said to have said");
        assertThat(run("attributions", "my.case", "--file", "other.txt", "--json")
                        .out())
                .startsWith("{\n  \"attributions\" : [ ]");
    }

    @Test
    void aDecisionIsRecordedAndTakenBack() {
        Typed.Answer rejected = run("reject", "my.case", firstId("statements"), "--why", "a trial");

        assertThat(rejected.out())
                .contains("reject st_")
                .contains("(a trial), by ann")
                .contains("headwater undo my.case");
        assertThat(run("undo", "my.case").code()).isZero();
        assertThat(run("decisions", "my.case").out()).contains("undo ");
    }

    @Test
    void everythingIsWhole() {
        Typed.Answer answer = run("verify", "my.case");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("Whole: ").contains("Head of the custody log: ");
    }

    @Test
    void noCaseIsARefusal() {
        Typed.Answer answer = run("findings", "other.case");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err()).contains("other.case: there is none");
    }

    @Test
    void anIdThatNothingHasIsARefusal() {
        assertThat(run("show", "my.case", "f-ffffffff").code()).isEqualTo(3);
    }
}
