package org.headwater.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.headwater.model.Span;
import org.junit.jupiter.api.Test;

class TextRowTest {
    @Test
    void aParagraphEndsAtAnEmptyLineWhereThereAreAny() {
        String text = "One\nstill one.\n\nTwo.\n";

        assertThat(TextRow.paragraphs(text))
                .extracting(each -> each.of(text))
                .containsExactly("One\nstill one.", "Two.");
    }

    @Test
    void aLineIsAParagraphWhereThereAreNoEmptyLines() {
        String text = "One.\nTwo.\n";

        assertThat(TextRow.paragraphs(text)).extracting(each -> each.of(text)).containsExactly("One.", "Two.");
    }

    @Property
    void noWordOfATextIsLost(
            @ForAll
                    @StringLength(max = 60)
                    @CharRange(from = '\n', to = '\n')
                    @CharRange(from = 'a', to = 'c')
                    @CharRange(from = ' ', to = ' ')
                    String text) {
        StringBuilder shown = new StringBuilder();
        int last = 0;
        for (Span each : TextRow.paragraphs(text)) {
            assertThat(each.begin()).isGreaterThanOrEqualTo(last);
            last = each.end();
            shown.append(each.of(text));
        }

        assertThat(shown.toString().replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
        assertThat(List.of(text.strip().isEmpty()))
                .containsExactly(TextRow.paragraphs(text).isEmpty());
    }
}
