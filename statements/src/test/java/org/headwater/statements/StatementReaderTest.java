package org.headwater.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.headwater.codebook.Codebook;
import org.headwater.codebook.Codebooks;
import org.headwater.codebook.Pattern;
import org.headwater.codebook.gazetteer.Gazetteer;
import org.headwater.model.Document;
import org.headwater.model.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {
    private static final Codebook CODEBOOK = Codebooks.shipped("transnational-policing");
    private static final StatementReader READER = StatementReader.of(CODEBOOK, Gazetteer.shipped());
    private static final Path GOLDEN = Path.of("src", "test", "resources", "org", "headwater", "statements");

    /** With -Dheadwater.write=true the golden files are written instead; read their change before keeping it. */
    @ParameterizedTest
    @ValueSource(strings = {"harbour", "ferry"})
    void theStatementsOfAnArticleAreThoseOfItsGoldenFile(String name) throws IOException {
        Document document = article(name);
        String lines = READER.read(document).statements().stream()
                .map(statement -> statement.span().begin() + " " + ReadFiles.words(statement))
                .collect(Collectors.joining("\n", "", "\n"));
        Path golden = GOLDEN.resolve(name + ".golden");
        if (Boolean.getBoolean("headwater.write")) {
            Files.writeString(golden, lines);
        }
        assertThat(golden).content().isEqualTo(lines);
    }

    static List<Pattern> patterns() {
        return CODEBOOK.patterns();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void everyExampleOfAPatternGivesAStatementOfItsKind(Pattern pattern) {
        for (String example : pattern.examples()) {
            Document document = ReadFiles.document("example.txt", example, Optional.empty(), Optional.of("en"));
            assertThat(READER.read(document).statements())
                    .as(pattern.id() + ": " + example)
                    .extracting(Statement::kind)
                    .contains(pattern.kind());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "ferry"})
    void everyStatementStandsInItsDocumentAndHasASpeaker(String name) throws IOException {
        Document document = article(name);
        StatementReading reading = READER.read(document);
        assertThat(reading.statements()).isNotEmpty().allSatisfy(statement -> {
            assertThat(document.quote(statement.span())).isEqualTo(statement.quote());
            assertThat(statement.attribution().steps().get(0).name()).isEqualTo(document.label());
            assertThat(statement.document()).isEqualTo(document.id());
            assertThat(CODEBOOK.kind(statement.kind())).isPresent();
            assertThat(statement.slots().keySet())
                    .allSatisfy(slot -> assertThat(CODEBOOK.kind(statement.kind())
                                    .orElseThrow()
                                    .slot(slot))
                            .isPresent());
        });
        assertThat(reading.statements()).extracting(Statement::id).doesNotHaveDuplicates();
        assertThat(reading.names())
                .allSatisfy(mention -> assertThat(mention.span().end())
                        .isLessThanOrEqualTo(document.text().length()));
        assertThat(READER.read(document)).isEqualTo(reading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "ferry"})
    void skimmingLosesNoStatement(String name) throws IOException {
        Document document = article(name);
        StatementReader every = StatementReader.ofEverySentence(CODEBOOK, Gazetteer.shipped());
        assertThat(READER.read(document).statements())
                .extracting(Statement::id)
                .containsAll(every.read(document).statements().stream()
                        .map(Statement::id)
                        .toList());
    }

    @Test
    void aTextOnAnotherSubjectHasNoStatements() {
        Document document = ReadFiles.document(
                "weather.txt", "Rain fell on 12 towns in Norway.\n".repeat(2000), Optional.empty(), Optional.of("en"));
        assertThat(READER.read(document).statements()).isEmpty();
    }

    @Test
    void aChineseArticleIsReadByItsTerms() {
        Document document = ReadFiles.document(
                "zh.txt", "研究组织说，中国在14个国家设有31个服务站。挪威正在调查奥斯陆的服务站。", Optional.empty(), Optional.of("zh-Hans"));
        assertThat(READER.read(document).statements())
                .extracting(Statement::kind)
                .contains("site-count", "response");
    }

    private static Document article(String name) throws IOException {
        try (InputStream in = StatementReaderTest.class.getResourceAsStream(name + ".txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return ReadFiles.document(name + ".txt", text, Optional.of("2023-04-10"), Optional.of("en"));
        }
    }
}
