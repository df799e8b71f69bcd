package org.headwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.headwater.reading.ReadingLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentBoundsTest {
    @Test
    void nothingSetIsTheUsual() {
        assertThat(DocumentBounds.of(Map.of("HEADWATER_DOCUMENT_TIME", " "))).isEqualTo(ReadingLimits.standard());
    }

    @Test
    void bothCanBeSet() {
        assertThat(DocumentBounds.of(Map.of(
                        "HEADWATER_DOCUMENT_MEMORY", "2g",
                        "HEADWATER_DOCUMENT_TIME", "90s")))
                .isEqualTo(ReadingLimits.standard().withMemoryBytes(2L << 30).withTime(Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @CsvSource({
        "HEADWATER_DOCUMENT_MEMORY, 2, such as 512m or 2g",
        "HEADWATER_DOCUMENT_MEMORY, 1m, must be 33554432 to",
        "HEADWATER_DOCUMENT_MEMORY, 2s, such as 512m or 2g",
        "HEADWATER_DOCUMENT_TIME, five, such as 90s or 5m",
        "HEADWATER_DOCUMENT_TIME, 0s, must be 1 to"
    })
    void whatMakesNoSenseIsNamed(String name, String value, String bound) {
        assertThatThrownBy(() -> DocumentBounds.of(Map.of(name, value)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Invalid " + name + ": '" + value + "'")
                .hasMessageContaining(bound);
    }
}
