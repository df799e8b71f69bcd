package org.headwater.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page in docs/ is the shipped codebook's. With -Dheadwater.write=true the test writes it instead. */
class CodebookPageTest {
    private static final Path PAGE = Path.of("..", "docs", "codebook.md");

    @Test
    void thePageInTheDocsIsThatOfTheShippedCodebook() throws IOException {
        String page = CodebookPage.of(Codebooks.shipped("transnational-policing"));
        if (Boolean.getBoolean("headwater.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("run this test with -Dheadwater.write=true after a change of the codebook")
                .content()
                .isEqualTo(page);
    }

    @Test
    void everyKindSlotPatternAndTermIsOnThePage() {
        Codebook codebook = Codebooks.shipped("transnational-policing");
        String page = CodebookPage.of(codebook);
        assertThat(codebook.kinds()).allSatisfy(kind -> assertThat(page).contains("`" + kind.name() + "`"));
        assertThat(codebook.patterns()).allSatisfy(pattern -> assertThat(page).contains(pattern.id()));
        assertThat(codebook.terms().keySet())
                .allSatisfy(name -> assertThat(page).contains("### `" + name + "`"));
    }
}
