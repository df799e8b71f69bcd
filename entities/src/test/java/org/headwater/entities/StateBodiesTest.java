package org.headwater.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.headwater.codebook.gazetteer.Gazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateBodiesTest {
    private final StateBodies bodies = StateBodies.of(Gazetteer.shipped());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Norwegian government|NO",
                "Norwegian and Swedish governments|NO SE",
                "governments of Norway and Sweden|NO SE",
                "Norwegian Ministry of the Interior|NO",
                "Norwegian prosecutors|NO",
                "Norwegian embassy in Madrid|NO",
                "挪威外交大臣安徒生|NO",
                "Norway|NO"
            })
    void aBodyOfAStateIsToldByItsName(String name, String countries) {
        assertThat(String.join(" ", bodies.countries(name))).isEqualTo(countries);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Norwegian Refugee Council",
                "Norwegian parliament",
                "Norwegian state media",
                "Ministry of Sound Oslo",
                "foreign ministry"
            })
    void othersAreNobodysBodies(String name) {
        assertThat(bodies.countries(name)).isEmpty();
    }

    @Test
    void aBodyMayNotSayOfWhichStateItIs() {
        assertThat(bodies.isUnplaced("the foreign ministry")).isTrue();
        assertThat(bodies.isUnplaced("外交部发言人")).isTrue();
        assertThat(bodies.isUnplaced("Norwegian foreign ministry")).isFalse();
        assertThat(bodies.isUnplaced("River Watch")).isFalse();
    }

    @Test
    void aGovernmentIsCalledAsItsEntity() {
        assertThat(bodies.government("NO")).isEqualTo("Norwegian government");
    }
}
