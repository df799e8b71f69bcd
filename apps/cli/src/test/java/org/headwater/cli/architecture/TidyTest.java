package org.headwater.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree is tidy, and each check is shown to see what it is there for. */
class TidyTest {
    /** At most this share of the methods may be longer than usual: one in a hundred. */
    private static final double UNUSUAL_SHARE_MAX = 0.01;

    private static final SourceTree PROJECT = SourceTree.ofProject();

    @Test
    void noFileIsTooLong() throws IOException {
        assertThat(new Tidiness(PROJECT).longFiles()).isEmpty();
    }

    @Test
    void noLineIsUnfit() throws IOException {
        assertThat(new Tidiness(PROJECT).unfitLines()).isEmpty();
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        assertThat(new Tidiness(PROJECT).deadLinks()).isEmpty();
    }

    @Test
    void everyPackageIsDescribed() throws IOException {
        assertThat(new Tidiness(PROJECT).wordlessPackages()).isEmpty();
    }

    @Test
    void methodsAreReadInOneGo() throws IOException {
        MethodLengths lengths = MethodLengths.of(PROJECT);

        assertThat(lengths.tooLong())
                .as("methods over %s lines", MethodLengths.MAX)
                .isEmpty();
        assertThat(lengths.unusual())
                .as("methods over %s lines, at most 1 in 100", MethodLengths.USUAL_MAX)
                .hasSizeLessThanOrEqualTo((int) (lengths.methods().size() * UNUSUAL_SHARE_MAX));
    }

    @Test
    void seesEachFault(@TempDir Path folder) throws IOException {
        Path code = Files.createDirectories(folder.resolve("lake/src/main/java/lake"));
        String body = "        int depth = 1;\n".repeat(80);
        Files.writeString(
                code.resolve("Lake.java"),
                "class Lake {\n\tint a;\n // TO" + "DO\n // /" + "home/ann\n void swim() {\n" + body + "}\n"
                        + "// line\n".repeat(800) + "}\n");
        Files.writeString(folder.resolve("page.md"), "# A page\n[one](nowhere.md) [two](#a-page) [three](#b-page)\n");
        Tidiness tidiness = new Tidiness(new SourceTree(folder));

        assertThat(tidiness.longFiles()).containsExactly("lake/src/main/java/lake/Lake.java: 887 lines (at most 800)");
        assertThat(tidiness.unfitLines())
                .containsExactly(
                        "lake/src/main/java/lake/Lake.java:2: a tab; use spaces",
                        "lake/src/main/java/lake/Lake.java:3: unfinished work; finish it or open an issue",
                        "lake/src/main/java/lake/Lake.java:4: a path that exists on one machine only");
        assertThat(tidiness.deadLinks())
                .containsExactly("page.md:2: leads nowhere: nowhere.md", "page.md:2: leads nowhere: #b-page");
        assertThat(tidiness.wordlessPackages())
                .containsExactly("lake/src/main/java/lake: package-info does not say what the package is");
        assertThat(MethodLengths.of(new SourceTree(folder)).tooLong())
                .containsExactly(new MethodLengths.Method("lake/src/main/java/lake/Lake.java swim", 82, 0));
    }
}
