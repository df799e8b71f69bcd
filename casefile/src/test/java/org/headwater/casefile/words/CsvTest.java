package org.headwater.casefile.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    /** What spreadsheets begin a formula with, or skip before they look for one. */
    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A"
            })
    void whatASpreadsheetWouldRunIsText(String value) {
        assertThat(Csv.line(List.of(value)).replaceFirst("^\"", "")).isEqualTo("'" + value + closing(value));
    }

    private static String closing(String value) {
        return value.contains("\r") || value.contains("\n") ? "\"" : "";
    }

    @Test
    void aLineIsReadBackByWhatReadsCommaSeparatedValues() {
        assertThat(Csv.line(List.of("plain", "a, b", "said \"so\"", "", "two\nlines")))
                .isEqualTo("plain,\"a, b\",\"said \"\"so\"\"\",,\"two\nlines\"");
    }
}
