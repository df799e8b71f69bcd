package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesCommandTest {
    @TempDir
    private Path folder;

    @Test
    void answersEachPairWithAReason() throws IOException {
        Files.writeString(folder.resolve("pairs.csv"), """
                \uFEFFnote,schema,name1,name2\r
                x,Company,"Seven Rivers, Ltd",Seven Rivers Limited\r
                y,Person,"Ann ""A"" Example",Someone Else
                """);

        Typed.Answer answer = Typed.in(folder).run("names", "pairs.csv");

        assertThat(answer.code()).isZero();
        assertThat(answer.lines()).hasSize(3);
        assertThat(answer.lines().get(0)).isEqualTo("name1,name2,schema,score,decision,reason");
        assertThat(answer.lines().get(1))
                .startsWith("\"Seven Rivers, Ltd\",Seven Rivers Limited,Company,")
                .contains(",same,");
        assertThat(answer.lines().get(2)).contains(",other,");
    }

    @Test
    void saysWhichColumnIsMissing() throws IOException {
        Files.writeString(folder.resolve("pairs.csv"), "left,right\na,b\n");

        Typed.Answer answer = Typed.in(folder).run("names", "pairs.csv");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err()).contains("no column 'name1' (it has left, right)");
    }
}
