package org.headwater.casefile.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedPersonsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "They met Ms. Ada van Loon there | Ada van Loon",
                "Juno Marsh, 34, fled | Juno Marsh",
                "Juno Marsh (34) fled | Juno Marsh",
                "the dissident Juno Marsh fled | Juno Marsh",
                "his wife, Nora Elm, fled | Nora Elm",
                "a woman named Nora Elm-Weber fled | Nora Elm-Weber",
            })
    void theWordsAroundShowIt(String text, String name) {
        assertThat(NamedPersons.in(text)).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Orchard Watch said",
                "the operation named Fox Hunt",
                "an operation called Sky Net, 12 stations",
                "The Practice Post, 3 May 2022",
                "Foreign Ministry spokesperson",
                "in Rotterdam, 12 people",
            })
    void othersAreNone(String text) {
        assertThat(NamedPersons.in(text)).isEmpty();
    }
}
