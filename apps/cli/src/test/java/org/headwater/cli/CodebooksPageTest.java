package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command in docs/codebooks.md does what the page says, in the order of the page. */
class CodebooksPageTest {
    private static final String START = "    ./headwater ";
    private static final Pattern WORD = Pattern.compile("([^\\s\"]*)\"([^\"]*)\"|\\S+");

    @TempDir
    private Path folder;

    @Test
    void everyCommandOnThePageWorks() throws IOException {
        Path page = SourceHome.path().resolve("docs").resolve("codebooks.md");
        List<String> commands = Files.readAllLines(page).stream()
                .filter(line -> line.startsWith(START))
                .map(line -> line.substring(START.length()))
                .toList();
        assertThat(commands).hasSizeGreaterThan(12);
        for (String command : commands) {
            Typed.Answer answer = Typed.in(folder).run(words(command));
            assertThat(answer.code()).as(command + "\n" + answer.err()).isZero();
            assertThat(answer.out()).as(command).isNotBlank();
        }
    }

    private String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            String word = matcher.group(2) == null ? matcher.group() : matcher.group(1) + matcher.group(2);
            if (word.startsWith("samples/")) {
                word = SourceHome.path().resolve(word).toString();
            }
            words.add(word.equals("STATEMENT") ? someStatement() : word);
        }
        return words.toArray(String[]::new);
    }

    private String someStatement() {
        return Typed.in(folder)
                .run("statements", "detention.case", "--kind", "held")
                .lines()
                .get(0)
                .split(" ", 2)[0];
    }
}
