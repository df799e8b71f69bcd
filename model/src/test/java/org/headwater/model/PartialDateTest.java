package org.headwater.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
    @Property
    void isReadAsItIsWritten(
            @ForAll @IntRange(min = 1, max = 9999) int year,
            @ForAll @IntRange(max = 12) int month,
            @ForAll @IntRange(max = 28) int day) {
        PartialDate date = new PartialDate(year, month, month == 0 ? 0 : day);
        assertThat(PartialDate.parse(date.toString())).isEqualTo(date);
    }

    @Test
    void isWrittenInIsoDigitsWhateverTheCountry() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new PartialDate(987, 0, 0)).hasToString("0987");
            assertThat(new PartialDate(2022, 9, 0)).hasToString("2022-09");
            assertThat(new PartialDate(2022, 12, 5)).hasToString("2022-12-05");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2022-00", "2022-09-00", "2022-13", "2022-02-29", "22-09", "2022-9", "2022-09-24T10:00", ""})
    void refusesWhatIsNoDayOfTheCalendar(String words) {
        assertThatThrownBy(() -> PartialDate.parse(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Invalid date: ");
    }
}
