package org.headwater.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Property(tries = 300)
    void countsAreGroupedAsAFormatOfJavasOwnDoes(@ForAll long count) {
        assertThat(Numbers.grouped(count)).isEqualTo(String.format(Locale.ROOT, "%,d", count));
    }

    @Test
    void aCommaStandsBeforeThreeDigitsOnly() {
        assertThat(Numbers.grouped(0)).isEqualTo("0");
        assertThat(Numbers.grouped(-100)).isEqualTo("-100");
        assertThat(Numbers.grouped(1000)).isEqualTo("1,000");
    }
}
