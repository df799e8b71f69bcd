package org.headwater.entities;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.headwater.model.EntityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NameComparisonTest {
    @ParameterizedTest
    @CsvFileSource(resources = "pairs.csv", numLinesToSkip = 1)
    void decidesAsExpected(String schema, String a, String b, boolean same) {
        Likeness likeness = NameComparison.compare(a, b, schema);
        assertThat(likeness.same()).as(a + " | " + b + ": " + likeness).isEqualTo(same);
        assertThat(likeness.reason()).isNotBlank();
    }

    @Property(tries = 300)
    void theOrderOfTheTwoMakesNoDifference(
            @ForAll("names") String a, @ForAll("names") String b, @ForAll EntityKind kind) {
        assertThat(NameComparison.compare(a, b, kind)).isEqualTo(NameComparison.compare(b, a, kind));
    }

    @Property(tries = 300)
    void everyNameIsItself(@ForAll("names") String name, @ForAll EntityKind kind) {
        Likeness likeness = NameComparison.compare(name, name, kind);
        assertThat(likeness.same()).isTrue();
        assertThat(likeness.score()).isEqualTo(1);
    }

    @Property(tries = 300)
    void noiseIsCompared(@ForAll String a, @ForAll String b, @ForAll EntityKind kind) {
        assertThat(NameComparison.compare(a, b, kind).score()).isBetween(0.0, 1.0);
    }

    @Test
    void anEmptyNameIsLikeNothing() {
        assertThat(NameComparison.compare(" ", "Marta", EntityKind.PERSON))
                .isEqualTo(new Likeness(0, false, "no name"));
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> words = Arbitraries.of(
                "Marta",
                "Lindqvist",
                "al",
                "bin",
                "Иван",
                "Соколов",
                "李伟明",
                "Harbour",
                "Lines",
                "AG",
                "GmbH",
                "II",
                "3",
                "J.",
                "Fund",
                "Iran",
                "Mohammed",
                "محمد",
                "マリア",
                "O'Neil",
                "김민수");
        return words.list().ofMinSize(1).ofMaxSize(5).map(list -> String.join(" ", list));
    }
}
