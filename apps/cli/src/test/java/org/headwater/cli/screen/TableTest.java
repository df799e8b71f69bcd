package org.headwater.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = new Table()
            .row("Sites, worldwide", "102 in 53 countries", "was 54 in 30, and in conflict with that 54 in 21")
            .row("荷兰", "orders closure", "")
            .row("Italy", "11", "was 4");

    @Test
    void alignsColumnsByCells() {
        assertThat(table.lines(100))
                .containsExactly(
                        "Sites, worldwide   102 in 53 countries   was 54 in 30, and in conflict with that 54 in 21",
                        "荷兰               orders closure",
                        "Italy              11                    was 4");
    }

    @Test
    void foldsTheLastColumnUnderItself() {
        assertThat(table.lines(70).subList(0, 2))
                .containsExactly(
                        "Sites, worldwide   102 in 53 countries   was 54 in 30, and in conflict",
                        "                                         with that 54 in 21");
    }

    @Test
    void putsTheLastColumnBelowWhereTheScreenIsNarrow() {
        assertThat(table.lines(50).subList(0, 3))
                .containsExactly(
                        "Sites, worldwide   102 in 53 countries",
                        "      was 54 in 30, and in conflict with that 54",
                        "      in 21");
    }
}
