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

class TranslationTest {
    /** What a gazetteer would know. */
    private static final Map<String, String> PLACES = Map.of(
            "荷兰",
            "iso:NL",
            "Netherlands",
            "iso:NL",
            "Países Bajos",
            "iso:NL",
            "鹿特丹",
            "place:rotterdam",
            "Rotterdam",
            "place:rotterdam",
            "汉堡",
            "place:hamburg",
            "Hamburg",
            "place:hamburg",
            "Hamburgo",
            "place:hamburg");

    private final List<Document> all = List.of(
            read("port-en.txt", "en", "Harbour Post", "2023-03-03"),
            read("port-zh.txt", "zh", "港口时报", "2023-03-05"),
            read("port-es.txt", "es", "Diario del Puerto", "2023-03-06"),
            read("port-other-en.txt", "en", "Coast Chronicle", "2023-03-04"),
            read("port-other-zh.txt", "zh", "海岸日报", "2023-03-04"));

    @Test
    void bothTranslationsAreFoundAndNoOtherReportOfTheEvent() {
        List<Derivation> derivations = find(all);
        assertThat(derivations).extracting(this::sides).contains("zh<en", "es<en");
        assertThat(derivations).extracting(this::sides).allMatch(sides -> !sides.contains("other"));
        assertThat(derivations).allMatch(derivation -> derivation.kind() == DerivationKind.TRANSLATION);
    }

    @Test
    void theOtherDirectionIsFoundByDate() {
        List<Document> turned = List.of(
                read("port-en.txt", "en", "Harbour Post", "2023-03-09"),
                read("port-zh.txt", "zh", "港口时报", "2023-03-05"));
        List<Derivation> derivations = find(turned);
        assertThat(derivations).hasSize(1);
        assertThat(derivations.get(0).derived()).isEqualTo(turned.get(0).id());
        assertThat(derivations.get(0).reason()).contains("published later (2023-03-09 after 2023-03-05)");
    }

    @Test
    void passagesAlignSentences() {
        Derivation derivation = find(all.subList(0, 2)).get(0);
        assertThat(derivation.passages()).isNotEmpty();
        Span first = derivation.passages().get(0).derived();
        assertThat(all.get(1).quote(first)).contains("14");
        assertThat(derivation.shareOfDerived()).isGreaterThan(0.6);
    }

    @Test
    void twoReportsOfOneEventAreNoTranslation() {
        assertThat(find(List.of(all.get(1), all.get(3)))).isEmpty();
        assertThat(find(List.of(all.get(0), all.get(4)))).isEmpty();
        assertThat(find(List.of(all.get(2), all.get(3)))).isEmpty();
        assertThat(find(List.of(all.get(2), all.get(4)))).isEmpty();
    }

    private String sides(Derivation derivation) {
        return name(derivation.derived()) + "<" + name(derivation.source());
    }

    private String name(org.headwater.model.DocumentId id) {
        return all.stream()
                .filter(document -> document.id().equals(id))
                .map(document -> (all.indexOf(document) > 2 ? "other-" : "")
                        + document.primaryLanguage().orElse(""))
                .findFirst()
                .orElseThrow();
    }

    private static List<Derivation> find(List<Document> documents) {
        return DerivationFinder.of(ReuseSettings.usual(), TranslationTest::places)
                .find(documents);
    }

    private static List<Anchor> places(Document document) {
        List<Anchor> anchors = new ArrayList<>();
        PLACES.forEach((name, key) -> {
            for (int at = document.text().indexOf(name);
                    at >= 0;
                    at = document.text().indexOf(name, at + 1)) {
                anchors.add(new Anchor(new Span(at, at + name.length()), key));
            }
        });
        return anchors;
    }

    private static Document read(String file, String language, String outlet, String published) {
        try (InputStream in = TranslationTest.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Made.inLanguage(Made.document(outlet, published, text), language);
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + file, e);
        }
    }
}
