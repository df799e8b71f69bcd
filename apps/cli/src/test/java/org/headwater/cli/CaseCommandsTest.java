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
    void aDecisionThatWasTakenBackIsMarkedUntilTheUndoIsTakenBack() {
        run("reject", "my.case", firstId("statements"), "--why", "in doubt");
        run("undo", "my.case");

        assertThat(run("decisions", "my.case").out())
                .containsPattern("reject st_\\w+ \\(in doubt\\), by ann — taken back by \\d+\n");
        assertThat(run("decisions", "my.case", "--json").out())
                .containsPattern(
                        "\"why\" : \"in doubt\",[^}]*\\{[^}]*},\\s+\"holds\" : false,\\s+\"takenBackBy\" : \\d+");

        String undo = run("decisions", "my.case").lines().stream()
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .split(" ", 2)[0];
        run("undo", "my.case", undo);

        assertThat(run("decisions", "my.case").out())
                .containsPattern("reject st_\\w+ \\(in doubt\\), by ann\n")
                .containsPattern("undo \\d+, by ann — taken back by \\d+\n");
        run("undo", "my.case", Integer.toString(Integer.parseInt(undo) + 1));
    }

    @Test
    void namesAreMergedAsDocumentsWriteThem() {
        assertThat(run("merge", "my.case", "orchard watch", "The Practice Post").out())
                .contains("merge “Orchard Watch” and “The Practice Post”, by ann")
                .doesNotContain("goes by");
        assertThat(run("undo", "my.case").code()).isZero();
    }

    @Test
    void aNameThatNoDocumentHasIsToldWhenItIsDecidedOn() {
        assertThat(run("split", "my.case", "Orchard Wach", "Orchard Watch").out())
                .contains("split “Orchard Wach” from “Orchard Watch”, by ann")
                .contains("No party of this case goes by “Orchard Wach” so far")
                .doesNotContain("goes by “Orchard Watch”");
        assertThat(run("undo", "my.case").code()).isZero();
        assertThat(run("merge", "my.case", "Nobody", "Orchard Watch", "--json").out())
                .contains("\"noPartyNamed\" : [\n    \"Nobody\"\n  ]");
        assertThat(run("undo", "my.case").code()).isZero();
    }

    @Test
    void aNameIsNotMergedWithItself() {
        long before = run("decisions", "my.case").lines().size();

        Typed.Answer answer = run("merge", "my.case", "Orchard Watch", "orchard watch");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err()).contains("both names are the same");
        assertThat(run("decisions", "my.case").lines()).hasSize((int) before);
    }

    @Test
    void aDocumentIsShownByTheNameOfItsFile() {
        assertThat(run("show", "my.case", "post.txt").out())
                .startsWith("The Practice Post   doc_")
                .contains("post.txt");
        assertThat(run("show", "my.case", "other.txt").err()).contains("Cannot find 'other.txt'");
        assertThat(run("show", "my.case", "POST.t").out()).startsWith("The Practice Post   doc_");
        assertThat(run("erase", "my.case", "post.t", "--why", "x").err())
                .as("what changes something wants the whole name")
                .containsPattern("Cannot find 'post.t'.*; files whose names have it: doc_[0-9a-f]+ post.txt");
    }

    @Test
    void aNameThatNoDocumentHasIsNotRevealedAndAnAddressIsNotWithheld() {
        long before = run("decisions", "my.case").lines().size();
        Typed.Answer reveal = run("reveal", "my.case", "Nobody Atall");
        assertThat(reveal.code()).isEqualTo(3);
        assertThat(reveal.err())
                .contains("Cannot reveal 'Nobody Atall': no party of this case goes by it, and no document has it");
        Typed.Answer withhold = run("withhold", "my.case", "12 Garden Lane");
        assertThat(withhold.code()).isEqualTo(3);
        assertThat(withhold.err()).contains("Cannot withhold '12 Garden Lane': it is no person's name", "redact");
        assertThat(run("decisions", "my.case").lines()).hasSize((int) before);
    }

    @Test
    void aBundleThatIsRefusedLeavesNoCaseBehind() {
        Typed.Answer answer = run("import", "new.case", "articles");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err()).contains("it is no bag");
        assertThat(folder.resolve("new.case")).doesNotExist();
    }

    @Test
    void aPathThatIsNotThereLeavesNoCaseBehind() {
        Typed.Answer answer = run("read", "new.case", "articles", "mistyped.txt");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err()).contains("mistyped.txt: there is no such file or folder");
        assertThat(folder.resolve("new.case")).doesNotExist();
    }

    @Test
    void anEmptyFolderTellsWhatCanBeRead() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        Typed.Answer first = run("read", "new.case", "empty");

        assertThat(first.code()).isEqualTo(3);
        assertThat(first.err()).contains("there is no file in empty").contains("What can be read: txt, html, pdf");
        assertThat(folder.resolve("new.case")).doesNotExist();
        assertThat(run("read", "my.case", "empty").out())
                .contains("there is no file in empty")
                .contains("What can be read: txt, html, pdf")
                .doesNotContain("Next:");
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
