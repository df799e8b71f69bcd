package org.headwater.casefile.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.headwater.codebook.Codebooks;
import org.headwater.model.SlotValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Alder Bureau;Birch Bureau|Alder Bureau and Birch Bureau",
                "Alder Bureau;Birch Bureau;Cedar Bureau|Alder Bureau, Birch Bureau and Cedar Bureau",
                "A;B;C;D|A, B, C and D"
            })
    void severalPartiesAreListedAsASentenceDoes(String names, String words) {
        SlotValue several = new SlotValue.Several(Stream.of(names.split(";"))
                .map(name -> (SlotValue) new SlotValue.Party(name, Optional.empty(), name))
                .toList());

        assertThat(text().of("agreement", "parties", several)).isEqualTo(words);
    }

    @Test
    void oneIsAsItIs() {
        assertThat(text().of(
                                "agreement",
                                "parties",
                                new SlotValue.Party("Alder Bureau", Optional.empty(), "the bureau")))
                .isEqualTo("Alder Bureau");
    }

    private static SlotText text() {
        return new SlotText(Codebooks.shipped("transnational-policing"));
    }
}
