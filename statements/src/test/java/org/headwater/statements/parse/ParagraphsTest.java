package org.headwater.statements.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphsTest {
    @Test
    void aLineBreakInsideASentenceDoesNotCutIt() {
        assertThat(paragraphs("The embassy in Oslo\ndenied that there is any station.\nThe group knew of\nFour Doors."))
                .containsExactly(
                        "The embassy in Oslo\ndenied that there is any station.", "The group knew of\nFour Doors.");
    }

    @Test
    void linesThatEndOrBeginASentenceStayApart() {
        assertThat(paragraphs(
                        "Police close station\nBy our staff\n\nThe police acted.\nThe embassy did not.\nMinister:\nno"))
                .containsExactly(
                        "Police close station",
                        "By our staff",
                        "The police acted.",
                        "The embassy did not.",
                        "Minister:",
                        "no");
    }

    private static List<String> paragraphs(String text) {
        return Paragraphs.of(text).stream().map(span -> span.of(text)).toList();
    }
}
