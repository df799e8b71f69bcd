package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that keep a case and hand it on, typed as a person would. */
class EvidenceCommandsTest {
    private static final String PERSON = "Mara Vintgaarden";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void readCase() throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(articles.resolve("post.txt"), """
                The Practice Post
                3 May 2022

                A count

                The Orchard Watch said that it had counted 12 Chinese police stations in 5 countries.
                """);
        Files.writeString(articles.resolve("harbour.txt"), """
                The Harbour Courier
                4 May 2022

                Twelve stations counted

                The Orchard Watch said that it had counted 12 Chinese police stations in 5 countries.
                The Netherlands ordered the closure of the Chinese station in Rotterdam, said %s, a resident.
                """.formatted(PERSON));
        assertThat(run("read", "my.case", "articles").code()).isZero();
    }

    private static Typed.Answer run(String... words) {
        return Typed.in(folder).run(words);
    }

    @Test
    void custodyListsWhatWasDoneAndNamesNobodyWhoIsWithheld() {
        run("withhold", "my.case", PERSON);

        Typed.Answer answer = run("custody", "my.case");
        assertThat(answer.out())
                .contains("intake it_")
                .contains("derive ")
                .contains("checkpoint ")
                .contains("withhold M··· V··········")
                .doesNotContain(PERSON);
        assertThat(run("custody", "my.case", "--action", "checkpoint", "--json").out())
                .contains("\"action\" : \"checkpoint\"")
                .doesNotContain("intake");
    }

    @Test
    void verifyHoldsTheCaseAgainstWhatWasKeptElsewhere() {
        Typed.Answer answer = run("verify", "my.case");
        String head = answer.out()
                .lines()
                .filter(line -> line.startsWith("Head of"))
                .findFirst()
                .orElseThrow();
        String digest = head.substring(head.length() - 64);

        assertThat(run("verify", "my.case", "--expect", digest).code()).isZero();
        Typed.Answer other = run("verify", "my.case", "--expect", "0".repeat(64), "--key", "1".repeat(64));
        assertThat(other.code()).isEqualTo(5);
        assertThat(other.out()).contains("no entry has the digest 000").contains("expected was 111");
        assertThat(run("verify", "my.case", "--expect", "abc").code()).isEqualTo(2);
    }

    @Test
    void anAuthorityThatIsNotReachedLeavesTheTimestampPending() {
        Typed.Answer answer = run("timestamp", "my.case", "--tsa", "http://127.0.0.1:9/tsr");

        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.out()).contains(": pending  http://127.0.0.1:9/tsr (not reached: ");
        assertThat(run("verify", "my.case").out()).contains("pending").startsWith("timestamp over entry");
        assertThat(run("timestamp", "my.case").out()).contains("pending");
        assertThat(run("timestamp", "my.case", "--tsa", "ftp://example.org").code())
                .isEqualTo(2);
    }

    @Test
    void aBundleIsWrittenCheckedAndMerged() throws IOException {
        Typed.Answer written = run("export", "my.case", "bundle", "--as", "bag");
        assertThat(written.code()).isZero();
        assertThat(written.out()).contains("Held back").contains("headwater verify bundle");
        assertThat(run("verify", "bundle").out()).contains("Whole: ");
        assertThat(run("verify", "bundle", "--json").out()).contains("\"whole\" : true");
        assertThat(run("export", "my.case", "bundle").code()).isEqualTo(3);

        run("export", "my.case", "whole", "--with-originals");
        Typed.Answer merged = run("import", "other.case", "whole");
        assertThat(merged.code()).isZero();
        assertThat(merged.out()).startsWith("2 documents read").contains("custody entries of the other case kept");
        assertThat(run("verify", "other.case").code()).isZero();

        Files.writeString(folder.resolve("bundle/data/index.html"), "something else");
        Typed.Answer tampered = run("verify", "bundle");
        assertThat(tampered.code()).isEqualTo(5);
        assertThat(tampered.out()).contains("data/index.html: it is not what the manifest says");
    }

    @Test
    void onlyFindingsCanBeChosenForABundle() {
        Typed.Answer answer = run("export", "my.case", "none", "--finding", "post.txt");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aBackupIsWrittenAndRestored() {
        assertThat(run("backup", "my.case", "my.backup").out()).contains("headwater restore my.backup CASE");
        Typed.Answer restored = run("restore", "my.backup", "again.case");
        assertThat(restored.code()).isZero();
        assertThat(restored.out()).startsWith("again.case: 2 documents");
        assertThat(run("verify", "again.case").code()).isZero();
        assertThat(run("restore", "my.backup", "again.case").code()).isEqualTo(3);
        assertThat(run("restore", "articles/post.txt", "no.case").err()).contains("it is no backup");
    }

    @Test
    void withheldNamesAreShownForAReasonThatIsOnRecord() {
        String id = run("statements", "my.case", "--file", "harbour.txt")
                .lines()
                .get(0)
                .split(" ", 2)[0];
        assertThat(run("show", "my.case", id).out()).doesNotContain(PERSON);
        assertThat(run("show", "my.case", id, "--names").code()).isEqualTo(3);

        assertThat(run("show", "my.case", id, "--names", "--why", "to ask for consent")
                        .out()
                        .replaceAll("\\s+", " "))
                .contains(PERSON);
        assertThat(run("custody", "my.case", "--action", "view-names").out()).contains("to ask for consent");
    }
}
