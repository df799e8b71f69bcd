package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first screen that anybody sees. */
class DemoCommandTest {
    /** What stands on the screen of the worldwide figure: in the list, and above those who carry it. */
    private static final Pattern WORLDWIDE =
            Pattern.compile("102 in 53 countries.* (\\d+ origins?) · (\\d+) documents?");

    @TempDir
    Path folder;

    @Test
    void aFindingRestsOnAsManyDocumentsInTheListAsAboveThoseThatAreNamed() {
        Typed.Answer answer = Typed.in(folder).run("demo");

        assertThat(answer.code()).isZero();
        List<MatchResult> told = WORLDWIDE.matcher(answer.out()).results().toList();
        assertThat(told).hasSize(2);
        assertThat(told.get(0).group(1))
                .isEqualTo("1 origin")
                .isEqualTo(told.get(1).group(1));
        assertThat(told.get(0).group(2)).isEqualTo(told.get(1).group(2));
        assertThat(Integer.parseInt(told.get(0).group(2))).isGreaterThan(3);
        assertThat(answer.out()).containsPattern("… and \\d+ documents? more");
    }
}
