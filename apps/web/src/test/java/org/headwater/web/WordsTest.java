package org.headwater.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.headwater.casefile.words.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The interface speaks each of its languages in full. */
class WordsTest {
    private static final Path WORDS = Path.of("src/main/resources/org/headwater/web/words");
    private static final Path PAGES = Path.of("src/main/resources/org/headwater/web/pages");

    private static Map<String, String> words(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(WORDS.resolve(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> words = new TreeMap<>();
        properties.forEach((key, value) -> words.put(key.toString(), value.toString()));
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"words_zh_Hans.properties", "words_zh_Hant.properties", "words_es.properties"})
    void noLanguageLacksAWord(String name) throws IOException {
        assertThat(words(name).keySet()).isEqualTo(words("words.properties").keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"words.properties", "words_zh_Hans.properties", "words_zh_Hant.properties", "words_es.properties"
            })
    void everyPatternCanBeFilled(String name) throws IOException {
        for (Map.Entry<String, String> word : words(name).entrySet()) {
            assertThat(word.getValue()).as(word.getKey()).isNotBlank().doesNotContain("'");
            for (long number : List.of(0L, 1L, 7L)) {
                String filled = new MessageFormat(word.getValue(), Locale.ENGLISH)
                        .format(new Object[] {number, number, number, number});
                assertThat(filled).as(word.getKey()).doesNotContain("{", "}", "choice");
            }
        }
    }

    @Test
    void pagesUseOnlyWordsThatThereAre() throws IOException {
        Map<String, String> words = words("words.properties");
        TreeSet<String> lacking = new TreeSet<>();
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.toList()) {
                Matcher used = Pattern.compile("#\\{([a-z0-9.]+)[}(]").matcher(Files.readString(page));
                while (used.find()) {
                    if (!words.containsKey(used.group(1))) {
                        lacking.add(page.getFileName() + ": " + used.group(1));
                    }
                }
            }
        }
        assertThat(lacking).isEmpty();
    }

    @Test
    void wordsThatAreMadeUpFromAKeyAndAValueAreThere() throws IOException {
        assertThat(words("words.properties").keySet())
                .contains("status.proposed", "status.accepted", "status.edited", "status.rejected", "status.added")
                .contains(
                        "standing.current",
                        "standing.earlier",
                        "standing.conflicting",
                        "standing.aside",
                        "standing.part")
                .contains("polarity.asserts", "polarity.denies");
        for (var trait : org.headwater.casefile.FindingQuery.Trait.values()) {
            assertThat(words("words.properties")).containsKey("trait." + word(trait));
        }
        for (var order : org.headwater.casefile.FindingQuery.Order.values()) {
            assertThat(words("words.properties")).containsKey("order." + word(order));
        }
        for (var action : org.headwater.casefile.Decision.Action.values()) {
            assertThat(words("words.properties")).containsKey("action." + action.word());
        }
        for (var kind : org.headwater.model.DerivationKind.values()) {
            assertThat(words("words.properties")).containsKey("derivation." + kind.word());
        }
        for (var kind : org.headwater.model.EntityKind.values()) {
            assertThat(words("words.properties")).containsKey("entity." + kind.word());
        }
        for (var type : org.headwater.codebook.SlotType.values()) {
            assertThat(words("words.properties")).containsKey("entry." + type.word());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is said about findings is English in a terminal and in a browser alike. */
    @Test
    void phrasesAreTheSameInEnglish() throws IOException {
        Map<String, String> words = words("words.properties");
        for (Phrase phrase : Phrase.values()) {
            assertThat(words.get(phrase.key())).as(phrase.key()).isEqualTo(phrase.pattern());
        }
        assertThat(words.keySet().stream().filter(key -> key.startsWith("phrase.")))
                .hasSize(Phrase.values().length);
    }
}
