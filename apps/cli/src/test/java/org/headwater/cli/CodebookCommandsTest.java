package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A codebook of one's own from the first line to a case, as docs/codebooks.md walks through it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CodebookCommandsTest {
    private static final String ARTICLE = """
            The Practice Post
            3 May 2021

            Drones for Denmark

            Norway delivered 40 drones to Denmark on Monday, the Harbour Institute said.
            The Danish government denied that it had bought drones.
            Several drones were seen over Oslo.
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void files() throws IOException {
        Files.writeString(folder.resolve("article.txt"), ARTICLE);
        assertThat(run("codebook", "new", "arms-transfers").code()).isZero();
        assertThat(run("read", "arms.case", "--codebook", "arms-transfers.yaml", "article.txt")
                        .err())
                .doesNotContain("Cannot");
    }

    private static Typed.Answer run(String... words) {
        return Typed.in(folder).run(words);
    }

    private static String id(String... statements) {
        return run(statements).lines().get(0).split(" ", 2)[0];
    }

    @Test
    void theShippedOnesAreListed() {
        assertThat(run("codebook", "list").out()).contains("detention-sites").contains("transnational-policing");
        assertThat(run("codebook", "list", "--json").out()).contains("\"kinds\"");
    }

    @Test
    void aStarterIsWrittenOnceAndPassesItsOwnCheck() {
        assertThat(run("codebook", "new", "arms-transfers").code()).isEqualTo(3);
        assertThat(run("codebook", "new", "Arms Transfers").code()).isEqualTo(2);
        Typed.Answer check = run("codebook", "check", "arms-transfers.yaml");
        assertThat(check.code()).isZero();
        assertThat(check.out()).contains("No fault.").contains("3 of 3 examples are found");
    }

    @Test
    void aCopyOfAShippedOneBearsTheNewName() throws IOException {
        assertThat(run("codebook", "new", "books/mine.yaml", "--from", "detention-sites")
                        .code())
                .isZero();
        assertThat(folder.resolve("books/mine.yaml")).content().contains("name: mine");
        assertThat(run("codebook", "check", "books/mine.yaml", "--form-only").code())
                .isZero();
    }

    @Test
    void everyFaultIsNamedAtOnceWithLineAndRemedy() throws IOException {
        String good = Files.readString(folder.resolve("arms-transfers.yaml"));
        Files.writeString(
                folder.resolve("faulty.yaml"),
                good.replace("subject: party", "subjekt: party").replace("needs: [party]", "needs: [parties]"));

        Typed.Answer answer = run("codebook", "check", "faulty.yaml");

        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.out())
                .contains("unknown role 'subjekt'")
                .contains("needs 'parties' but does not fill it")
                .containsPattern("faulty\\.yaml:\\d+: ")
                .contains("3 faults.");
        assertThat(run("codebook", "check", "faulty.yaml", "--json").out()).contains("\"remedy\"");
        assertThat(run("codebook", "try", "faulty.yaml", "article.txt").code()).isEqualTo(3);
    }

    @Test
    void anExampleThatItsPatternDoesNotFindIsNamedWithWhatIsMissing() throws IOException {
        String good = Files.readString(folder.resolve("arms-transfers.yaml"));
        Files.writeString(
                folder.resolve("hopeful.yaml"),
                good.replace(
                        "The Danish army reportedly shipped ammunition to Sweden.",
                        "After the drones were lost, the Danish army shipped blankets to Sweden."));

        Typed.Answer answer = run("codebook", "check", "hopeful.yaml");

        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.out())
                .contains("delivery/delivered@1 does not find its example")
                .contains("object: a term of ‘drone’")
                .contains("there stands “blankets")
                .contains("2 of 3 examples are found");
    }

    @Test
    void aKindIsExplainedInFull() {
        assertThat(run("codebook", "explain").out()).contains("site-count");
        assertThat(run("codebook", "explain", "detention-sites", "abuse").out())
                .contains("Pattern abuse/harm@1")
                .contains("Terms");
        Typed.Answer none = run("codebook", "explain", "detention-sites", "weather");
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).contains("site-count, site, held");
        assertThat(run("codebook", "explain", "arms-transfers.yaml", "--json").out())
                .contains("\"patterns\"");
    }

    @Test
    void aTrialSaysWhatIsFoundAndWhyNot() {
        Typed.Answer answer = run("codebook", "try", "arms-transfers.yaml", "article.txt");

        assertThat(answer.code()).isZero();
        assertThat(answer.out().replaceAll("\\s+", " "))
                .contains("Supplier: Norwegian government")
                .contains("says Harbour Institute, by delivery/delivered@1")
                .contains("Party: Danish government");
        assertThat(run("codebook", "try", "arms-transfers.yaml", "article.txt", "--json")
                        .out())
                .contains("\"misses\"");
        assertThat(run("codebook", "try", "detention-sites", "article.txt").out())
                .contains("no term of the codebook's topics");
    }

    @Test
    @Order(1)
    void aCaseKeepsItsCodebook() {
        assertThat(run("statements", "arms.case").out()).contains("Delivery");
        Typed.Answer other = run("read", "arms.case", "--codebook", "detention-sites", "article.txt");
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.err())
                .contains("it is read with arms-transfers")
                .contains("to read everything anew with the other: rebuild");
        assertThat(run("read", "arms.case", "--codebook", "arms-transfers.yaml", "article.txt")
                        .code())
                .isZero();
        assertThat(run("verify", "arms.case").out()).startsWith("Whole: ");
    }

    @Test
    @Order(2)
    void aStatementSaysWhyItIsThere() {
        String delivery = id("statements", "arms.case", "--kind", "delivery");

        Typed.Answer answer = run("show", "arms.case", delivery, "--why");

        assertThat(answer.out())
                .contains("The pattern delivery/delivered@1 was tried at “delivered”, a term of deliver")
                .contains("subject: who does it")
                .contains("Harbour Institute: ");
        assertThat(run("show", "arms.case", delivery, "--why", "--json").out())
                .contains("\"why\" : {")
                .contains("\"rule\"");
    }

    @Test
    @Order(3)
    void whatPeopleDecidedOutlivesAChangedCodebook() throws IOException {
        String delivery = id("statements", "arms.case", "--kind", "delivery");
        assertThat(run("edit", "arms.case", delivery, "count=44", "--why", "counted again")
                        .code())
                .isZero();
        assertThat(run(
                                "add",
                                "arms.case",
                                "article.txt",
                                "--kind",
                                "delivery",
                                "--quote",
                                "Several drones were seen",
                                "supplier=Norwegian government",
                                "weapon=drone",
                                "speaker=a reader")
                        .err())
                .isEmpty();
        assertThat(run("add", "arms.case", "article.txt", "--kind", "delivery", "--quote", "drones", "weapon=drone")
                        .err())
                .contains("times (give more of the sentence)");
        assertThat(run("rebuild", "arms.case").code()).isZero();
        assertThat(run("show", "arms.case", delivery).out()).contains("edited").contains("44");

        String good = Files.readString(folder.resolve("arms-transfers.yaml"));
        Files.writeString(
                folder.resolve("changed.yaml"),
                good.replace("version: 1\ntitle", "version: 2\ntitle")
                        .replace("sentence: [deny]", "sentence: [deny, drone]"));
        Typed.Answer rebuilt = run("rebuild", "arms.case", "--codebook", "changed.yaml");

        assertThat(rebuilt.code()).isZero();
        assertThat(rebuilt.out()).contains("1 decision is about statements that are no longer proposed");
        assertThat(run("decisions", "arms.case").out()).contains("no longer proposed: no pattern");
        assertThat(run("show", "arms.case", delivery, "--why").out())
                .contains("44")
                .contains("It is no longer proposed")
                .contains("(counted again)");
        assertThat(run("statements", "arms.case").out()).contains("added").contains("edited");
        assertThat(run("findings", "arms.case").code()).isZero();
    }
}
