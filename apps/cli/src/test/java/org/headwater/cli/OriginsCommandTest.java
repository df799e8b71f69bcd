package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginsCommandTest {
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

                Independent investigations by the newspaper Lake Mirror and the broadcaster Hill Radio have confirmed the \
                Chinese police stations.

                A resident told Ferry Gazette that the overseas police station in Utrecht is closed.
                """);
        Files.writeString(articles.resolve("quay.txt"), """
                The Quay Press
                4 May 2022

                Another count

                According to Canal Group, there are 12 Chinese police stations in 5 countries.
                """);
        Typed.in(folder).run("read", "my.case", "articles");
    }

    private static Typed.Answer run(String... words) {
        return Typed.in(folder).run(words);
    }

    @Test
    void aDocumentRestsOnEverybodyItGivesAsSource() {
        Typed.Answer answer = run("origins", "my.case", "--document", "post.txt");
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("It rests on 4 origins.")
                .contains("Orchard Watch   [own investigation]")
                .contains("Lake Mirror   [own investigation]")
                .contains("Hill Radio   [own investigation]")
                .contains("Ferry Gazette   [own investigation]");
    }

    @Test
    void aDocumentsOriginsAreJsonWithEveryStep() {
        assertThat(run("origins", "my.case", "--document", "post.txt", "--json").out())
                .contains("\"party\" : \"Hill Radio\"")
                .contains("\"cited\" : [")
                .contains("\"reason\" : \"cites Hill Radio")
                .contains("\"unsourced\" : [");
    }

    @Test
    void aFindingSaysOnHowMuchItRests() {
        String id = run("findings", "my.case", "--kind", "site-count")
                .lines()
                .get(0)
                .split(" ", 2)[0];
        assertThat(run("origins", "my.case", "--finding", id).out())
                .contains("It rests on 2 origins that do not depend on each other")
                .contains("Canal Group");
    }

    @Test
    void withoutOneOriginEachFindingIsToldApart() {
        Typed.Answer answer = run("origins", "my.case", "--without", "Canal Group");
        assertThat(answer.out())
                .startsWith("If Canal Group falls away:")
                .contains("1 finding rest")
                .contains("2 → 1 origin");
        assertThat(run("origins", "my.case", "--without", "Canal Group", "--json")
                        .out())
                .contains("\"fate\" : \"weaker\"");
    }

    @Test
    void twoQuestionsAtOnceAreRefused() {
        Typed.Answer answer = run("origins", "my.case", "--finding", "f-1", "--without", "Canal Group");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err()).contains("Cannot answer more than one question at once");
    }

    @Test
    void aPartyThatCarriesNothingIsRefused() {
        Typed.Answer answer = run("origins", "my.case", "--without", "Nobody at All");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err()).contains("Cannot find 'Nobody at All'");
    }
}
