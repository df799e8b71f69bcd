package org.headwater.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void chineseCharactersTakeTwoCells() {
        assertThat(Cells.of("警侨驿站")).isEqualTo(8);
        assertThat(Cells.of("Zürich")).isEqualTo(6);
        assertThat(Cells.of("Zu\u0308rich")).isEqualTo(6);
        assertThat(Cells.of("한국 ー，")).isEqualTo(9);
    }

    @Test
    void coloursTakeNone() {
        assertThat(Cells.of("\u001b[1mbold\u001b[0m")).isEqualTo(4);
    }

    @Test
    void padsToCells() {
        assertThat(Cells.pad("站", 4)).isEqualTo("站  ");
        assertThat(Cells.padLeft("7", 3)).isEqualTo("  7");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(Cells.cut("海外警侨服务站", 7)).isEqualTo("海外警…");
        assertThat(Cells.cut("short", 5)).isEqualTo("short");
    }

    @Test
    void foldsAtSpacesAndInsideWordsThatAreTooLong() {
        assertThat(Cells.fold("one two three", 7)).isEqualTo(List.of("one two", "three"));
        assertThat(Cells.fold("警察海外服务", 4)).isEqualTo(List.of("警察", "海外", "服务"));
    }

    @Test
    void oneLineHasNoControlCharacters() {
        assertThat(Cells.oneLine("a\r\n\tb\u0007 c")).isEqualTo("a b c");
    }

    @Property
    void noFoldedLineIsTooWide(@ForAll String text, @ForAll @IntRange(min = 2, max = 40) int cells) {
        String line = Cells.oneLine(text);

        assertThat(Cells.fold(line, cells))
                .allSatisfy(part -> assertThat(Cells.of(part)).isLessThanOrEqualTo(cells));
        assertThat(String.join("", Cells.fold(line, cells)).replace(" ", "")).isEqualTo(line.replace(" ", ""));
    }
}
