package org.headwater.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodebooksTest {
    @Test
    void theShippedCodebookHasNoFault() {
        Codebook codebook = Codebooks.shipped("transnational-policing");
        assertThat(codebook.kinds()).extracting(Kind::name).contains("site-count", "site", "response", "denial");
        assertThat(codebook.languages()).contains("en", "zh-Hans", "zh-Hant", "es");
    }

    @Test
    void everyShippedCodebookLoadsUnderItsName() {
        assertThat(Codebooks.shippedNames())
                .contains("transnational-policing", "detention-sites")
                .allSatisfy(name -> assertThat(Codebooks.shipped(name).name()).isEqualTo(name));
    }

    @Test
    void theStarterHasNoFaultAndBearsTheNameAskedFor() throws CodebookException {
        Codebook codebook = Codebooks.parse("starter.yaml", Codebooks.starter("arms-transfers"));
        assertThat(codebook.name()).isEqualTo("arms-transfers");
        assertThat(codebook.patterns()).isNotEmpty();
        assertThatThrownBy(() -> Codebooks.starter("Arms Transfers")).hasMessageContaining("small letters");
    }

    @Test
    void aCodebookOnAnotherSubjectLoads() throws CodebookException, IOException {
        Codebook codebook = Codebooks.parse("rivers.yaml", resource("rivers.yaml"));
        assertThat(codebook.kind("dam")).isPresent();
        assertThat(codebook.terms("dam", "fr")).containsExactly("barrage");
        assertThat(codebook.parties().accused()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unknown-kind-in-pattern | the kind 'weir' of pattern 'weir/built' is not defined",
                "undefined-slot | the kind 'dam' has no slot 'depth'",
                "undefined-terms | the terms 'concrete' are not defined",
                "unused-terms | the terms 'fish' are not used",
                "one-name-two-types | the slot 'height' is a text here and a number elsewhere",
                "label-of-nothing | there is a label for the kind 'weir', which is not defined",
                "two-names-one-label | 'dam' and 'weir' have one label, 'Dam'",
                "unknown-key | unknown key 'colour' in kinds.dam",
                "unknown-role | unknown role 'beside'",
                "unknown-type | the slot 'height' has the unknown type 'length'",
                "no-example | the pattern 'dam/built' has no example",
                "needs-unfilled | the pattern 'dam/built' needs 'river' but does not fill it",
                "each-not-needed | the pattern 'dam/built' goes by each 'country' but does not need it",
                "name-of-nothing | the slot 'called' takes a name of nothing",
                "unknown-ending | terms.dam.en[1] has the term 'weir/x' with an unknown ending",
                "term-twice | terms.dam.en[2] has the term 'dam' twice",
                "not-yaml | not YAML",
            })
    void aFaultIsNamedWithItsLineAndRemedy(String fixture, String problem) throws IOException {
        String yaml = resource("broken/" + fixture + ".yaml");
        CodebookException fault =
                catchThrowableOfType(CodebookException.class, () -> Codebooks.parse(fixture + ".yaml", yaml));
        assertThat(fault).as("fault of " + fixture).isNotNull();
        assertThat(fault.violations()).anySatisfy(violation -> {
            assertThat(violation.problem()).startsWith(problem);
            assertThat(violation.remedy()).isNotBlank();
            assertThat(violation.line()).isBetween(1, yaml.split("\n", -1).length);
        });
    }

    @Test
    void theShippedCodebookHasEveryLabelInTheLanguagesOfTheScreens() {
        Codebook codebook = Codebooks.shipped("transnational-policing");
        for (String language : List.of("es", "zh-Hans", "zh-Hant")) {
            Labels labels = codebook.labels().get(language);
            Codebook seen = codebook.in(language);
            for (Kind kind : codebook.kinds()) {
                assertThat(seen.kind(kind.name()).orElseThrow().label())
                        .isEqualTo(labels.kinds().get(kind.name()));
                kind.slots()
                        .forEach(slot -> assertThat(seen.kind(kind.name())
                                        .flatMap(of -> of.slot(slot.name()))
                                        .orElseThrow()
                                        .label())
                                .isEqualTo(labels.slots().get(kind.name() + "." + slot.name())));
            }
            codebook.words()
                    .forEach((name, list) -> list.words()
                            .forEach(word -> assertThat(seen.words()
                                            .get(name)
                                            .word(word.name())
                                            .orElseThrow()
                                            .label())
                                    .isEqualTo(labels.words().get(name + "." + word.name()))));
        }
        assertThat(codebook.in("fr")).isEqualTo(codebook);
    }

    @Test
    void allFaultsAreNamedAtOnceInTheOrderOfLines() throws IOException {
        String yaml = resource("broken/many-faults.yaml");
        CodebookException fault =
                catchThrowableOfType(CodebookException.class, () -> Codebooks.parse("many-faults.yaml", yaml));
        List<Integer> lines = fault.violations().stream()
                .map(CodebookException.Violation::line)
                .toList();
        assertThat(fault.violations()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(lines).isSorted();
        assertThat(fault).hasMessageContaining("many-faults.yaml");
    }

    @Test
    void aliasBombsAreRefused() {
        StringBuilder yaml = new StringBuilder("a: &a [x, x]\n");
        for (char c = 'b'; c < 'z'; c++) {
            yaml.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(("*" + (char) (c - 1) + ", ").repeat(9))
                    .append("]\n");
        }
        assertThatThrownBy(() -> Codebooks.parse("bomb.yaml", yaml.toString())).isInstanceOf(CodebookException.class);
    }

    @Test
    void aFileBeyondTheBoundIsRefusedUnread(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huge.yaml");
        Files.write(file, new byte[Codebooks.MOST_BYTES + 1]);
        assertThatThrownBy(() -> Codebooks.load(file))
                .isInstanceOf(CodebookException.class)
                .hasMessageContaining("bytes");
    }

    @Test
    void anUnknownNameIsNotShipped() {
        assertThatThrownBy(() -> Codebooks.shipped("no-such-subject")).hasMessageContaining("no-such-subject");
        assertThatThrownBy(() -> Codebooks.shipped("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CodebooksTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
