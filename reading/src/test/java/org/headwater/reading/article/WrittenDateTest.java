package org.headwater.reading.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 December 2022 | 2022-12-12",
                "Dec. 5, 2022 10:14 AM | 2022-12-05",
                "Monday, December 5, 2022 | 2022-12-05",
                "5th of March 2021 | 2021-03-05",
                "2022-12-05T10:14:00Z | 2022-12-05",
                "2022/9/4 | 2022-09-04",
                "发布时间：2022年12月5日 10:14 | 2022-12-05",
                "2022년 12월 5일 | 2022-12-05",
                "5 de diciembre de 2022 | 2022-12-05",
                "Montag, 5. Dezember 2022 | 2022-12-05",
                "5.12.2022 | 2022-12-05",
                "le 1er août 2022 | 2022-08-01",
                "5 dicembre 2022 | 2022-12-05",
                "maandag 5 december 2022 | 2022-12-05",
                "5 de dezembro de 2022 | 2022-12-05",
                "5 Agustus 2022 | 2022-08-05",
                "5. prosince 2022 | 2022-12-05",
                "24/12/2022 | 2022-12-24",
                "12/24/2022 | 2022-12-24",
                "05-Dec-2022 | 2022-12-05"
            })
    void readsADateAsNewspapersWriteIt(String line, String date) {
        assertThat(WrittenDate.in(line)).map(found -> found.date().toString()).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"05/12/2022", "31 February 2022", "13 2022", "in December 2022", "1.5.3", "page 2022-99-99"})
    void takesNoDateThatIsNotThere(String line) {
        assertThat(WrittenDate.in(line)).isEmpty();
    }

    @Test
    void saysWhereItStands() {
        assertThat(WrittenDate.in("on 5 May 2021, then").orElseThrow())
                .satisfies(date -> assertThat(date.begin()).isEqualTo(3))
                .satisfies(date -> assertThat(date.end()).isEqualTo(13));
    }
}
