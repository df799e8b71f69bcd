package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.headwater.model.Attribution;
import org.headwater.model.Document;
import org.headwater.model.Statement;

/** Made articles and their made translations: every word another, numbers and some of the names the same. */
class TranslatedOriginTest {
    @Property(tries = 30)
    void aTranslationAddsNoOrigin(@ForAll long seed) {
        Random random = new Random(seed);
        List<Document> documents = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        Map<Document, List<String>> sentencesOf = new HashMap<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String outlet = "Outlet " + i;
            boolean own = random.nextBoolean();
            String claim = own
                    ? "Guards told " + outlet + " of 37 sites."
                    : "According to Party " + i + ", there are 37 sites.";
            List<String> sentences = numbered(random);
            sentences.add(3, claim);
            put(documents, statements, outlet, "en", sentences, claim, own ? List.of() : List.of("Party " + i));
            sentencesOf.put(documents.get(documents.size() - 1), sentences);
        }
        Set<String> before = origins(documents, statements);

        Document source = documents.get(random.nextInt(documents.size()));
        Statement claim = statements.get(documents.indexOf(source));
        Map<String, String> dictionary = new HashMap<>();
        List<String> translated = sentencesOf.get(source).stream()
                .map(sentence -> translated(sentence, dictionary, random))
                .toList();
        Attribution.Step speaker = claim.attribution().speaker();
        put(
                documents,
                statements,
                "Diario Uno",
                "es",
                translated,
                translated.get(3),
                claim.attribution().isOutletOnly() ? List.of() : List.of(speaker.name()));

        assertThat(origins(documents, statements)).isEqualTo(before);
    }

    private static void put(
            List<Document> documents,
            List<Statement> statements,
            String outlet,
            String language,
            List<String> sentences,
            String claim,
            List<String> parties) {
        String date = "2022-09-" + String.format("%02d", 1 + documents.size());
        Document document = Made.inLanguage(Made.document(outlet, date, Made.article(sentences)), language);
        documents.add(document);
        statements.add(Made.sites(document, claim, 37, Made.saidBy(outlet, parties.toArray(String[]::new))));
    }

    /** Sentences with numbers in them, as news has. */
    private static List<String> numbered(Random random) {
        List<String> sentences = new ArrayList<>();
        for (int i = 10 + random.nextInt(6); i > 0; i--) {
            String sentence = Made.sentence(random);
            sentences.add(sentence.substring(0, sentence.length() - 1) + " " + (3 + random.nextInt(2000)) + " "
                    + Made.word(random) + ".");
        }
        return sentences;
    }

    /** The sentence in other words; one number in ten is lost. */
    private static String translated(String sentence, Map<String, String> dictionary, Random random) {
        List<String> words = new ArrayList<>();
        for (String word : sentence.replace(".", "").replace(",", "").split(" ", -1)) {
            if (word.chars().allMatch(Character::isDigit)) {
                words.add(random.nextInt(10) == 0 && !word.equals("37") ? "varios" : word);
            } else {
                words.add(dictionary.computeIfAbsent(
                        word, key -> "z" + Made.word(random).toLowerCase(Locale.ROOT)));
            }
        }
        return "Z" + String.join(" ", words).substring(1) + ".";
    }

    private static Set<String> origins(List<Document> documents, List<Statement> statements) {
        return OriginTracer.of(Map.of())
                .trace(
                        documents,
                        statements,
                        DerivationFinder.of(ReuseSettings.usual()).find(documents))
                .stream()
                .flatMap(trace -> trace.origin().stream())
                .map(origin -> origin.party())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
