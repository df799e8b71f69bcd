package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headwater.model.Derivation;
import org.headwater.model.DerivationKind;
import org.headwater.model.Document;
import org.headwater.model.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pairs of articles, each the translation of the other by hand or by machine, and reports of the same events that are
 * their own. All in one case, so that a false pair anywhere shows.
 */
class TranslationPairsTest {
    /** What a gazetteer would know, in each language. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("里斯本", "lisbon"),
            Map.entry("Lisbon", "lisbon"),
            Map.entry("马德里", "madrid"),
            Map.entry("Madrid", "madrid"),
            Map.entry("葡萄牙", "PT"),
            Map.entry("Portug", "PT"),
            Map.entry("布拉格", "prague"),
            Map.entry("Prague", "prague"),
            Map.entry("捷克", "CZ"),
            Map.entry("Czech", "CZ"),
            Map.entry("贝尔格莱德", "belgrade"),
            Map.entry("Belgrade", "belgrade"),
            Map.entry("维也纳", "vienna"),
            Map.entry("Vienna", "vienna"),
            Map.entry("Valparaíso", "valparaiso"),
            Map.entry("Lima", "lima"),
            Map.entry("Santiago", "santiago"),
            Map.entry("Chile", "CL"),
            Map.entry("Malmö", "malmo"),
            Map.entry("Copenhagen", "copenhagen"),
            Map.entry("Copenhague", "copenhagen"),
            Map.entry("Rotterdam", "rotterdam"),
            Map.entry("鹿特丹", "rotterdam"));

    private final List<Document> originals = List.of(
            read("offices-zh", "2022-09-12"),
            read("archive-en", "2023-04-04"),
            read("ferry-es", "2023-02-20"),
            read("school-en", "2023-06-06"),
            read("port-en", "2023-03-03"));
    private final List<Document> translations = List.of(
            read("offices-en", "2022-09-14"),
            read("archive-zh", "2023-04-06"),
            read("ferry-en", "2023-02-22"),
            read("school-es", "2023-06-08"),
            read("port-zh", "2023-03-05"),
            read("port-es", "2023-03-06"));
    private final List<Document> others = List.of(
            read("offices-other-en", "2022-09-16"),
            read("archive-other-zh", "2023-04-05"),
            read("ferry-other-en", "2023-02-23"),
            read("school-other-es", "2023-06-07"),
            read("port-other-en", "2023-03-04"),
            read("port-other-zh", "2023-03-04"));

    @Test
    void allTranslationsAndNoOtherReportsAreFoundAmongAll() {
        List<Document> all = new ArrayList<>(originals);
        all.addAll(translations);
        all.addAll(others);
        List<Derivation> derivations = find(all);
        assertThat(derivations)
                .extracting(derivation -> name(derivation.derived(), all) + " < " + name(derivation.source(), all))
                .contains(
                        "offices-en < offices-zh",
                        "archive-zh < archive-en",
                        "ferry-en < ferry-es",
                        "school-es < school-en",
                        "port-zh < port-en",
                        "port-es < port-en")
                .allMatch(pair -> !pair.contains("other"));
        assertThat(derivations).allMatch(derivation -> derivation.kind() == DerivationKind.TRANSLATION);
    }

    @ParameterizedTest
    @CsvSource({
        "offices-en, offices-zh",
        "archive-zh, archive-en",
        "ferry-en, ferry-es",
        "school-es, school-en",
        "port-zh, port-en",
        "port-es, port-en"
    })
    void aTranslationIsFoundInACaseOfTwoWhicheverWasFirst(String one, String two) {
        for (List<String> dates : List.of(List.of("2023-01-01", "2023-01-05"), List.of("2023-01-05", "2023-01-01"))) {
            Document first = read(one, dates.get(0));
            Document second = read(two, dates.get(1));
            List<Derivation> derivations = find(List.of(first, second));
            assertThat(derivations).hasSize(1);
            Document later = dates.get(0).compareTo(dates.get(1)) > 0 ? first : second;
            assertThat(derivations.get(0).derived()).isEqualTo(later.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "offices-zh, offices-other-en",
        "archive-en, archive-other-zh",
        "ferry-es, ferry-other-en",
        "school-en, school-other-es",
        "port-en, port-other-zh",
        "port-es, port-other-en",
        "port-zh, port-other-en"
    })
    void twoReportsOfOneEventAreNoTranslationInACaseOfTwo(String one, String two) {
        assertThat(find(List.of(read(one, "2023-01-01"), read(two, "2023-01-02"))))
                .isEmpty();
    }

    private static String name(org.headwater.model.DocumentId id, List<Document> all) {
        return all.stream()
                .filter(document -> document.id().equals(id))
                .map(document -> document.outlet().orElse(""))
                .findFirst()
                .orElseThrow();
    }

    private static List<Derivation> find(List<Document> documents) {
        return DerivationFinder.of(ReuseSettings.usual(), TranslationPairsTest::places)
                .find(documents);
    }

    private static List<Anchor> places(Document document) {
        List<Anchor> anchors = new ArrayList<>();
        PLACES.forEach((name, key) -> {
            for (int at = document.text().indexOf(name);
                    at >= 0;
                    at = document.text().indexOf(name, at + 1)) {
                anchors.add(new Anchor(new Span(at, at + name.length()), "place:" + key));
            }
        });
        return anchors;
    }

    /** The article of this name, whose last part is its language and whose outlet is called like it. */
    private static Document read(String name, String published) {
        String file = (name.startsWith("port") ? "" : "translations/") + name + ".txt";
        try (InputStream in = TranslationPairsTest.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Made.inLanguage(Made.document(name, published, text), name.substring(name.lastIndexOf('-') + 1));
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + file, e);
        }
    }
}
