package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.headwater.model.Derivation;
import org.headwater.model.DerivationKind;
import org.headwater.model.Document;

/** What happens to an article on its way into another outlet, each by itself, on random articles. */
class ReuseShapesTest {
    private static final int TRIES = 15;

    @Property(tries = TRIES)
    void advertisementsInBetween(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> story = story(random);
        List<String> print = new ArrayList<>(story);
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            print.add(1 + random.nextInt(print.size() - 1), Made.sentence(random));
        }
        Derivation derivation = reprinted(story, Made.article(print));
        assertThat(derivation.kind()).isEqualTo(DerivationKind.REPRINT);
        assertThat(derivation.shareOfSource()).isGreaterThan(0.8);
    }

    // A paragraph of one short sentence, moved, may be too short to be told from chance.
    @Property(tries = TRIES)
    void paragraphsInAnotherOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> story = story(random);
        List<List<String>> paragraphs = new ArrayList<>();
        for (int i = 0; i < story.size(); i += 3) {
            paragraphs.add(story.subList(i, Math.min(story.size(), i + 3)));
        }
        Collections.shuffle(paragraphs, random);
        String print = String.join(
                "\n\n", paragraphs.stream().map(each -> String.join(" ", each)).toList());
        Derivation derivation = reprinted(story, print);
        assertThat(derivation.kind()).isEqualTo(DerivationKind.REPRINT);
        assertThat(derivation.shareOfDerived()).isGreaterThan(0.8);
    }

    @Property(tries = TRIES)
    void theEndingCut(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> story = story(random);
        List<String> print = story.subList(0, story.size() - 1 - random.nextInt(5));
        Derivation derivation = reprinted(story, Made.article(print));
        assertThat(derivation.kind()).isEqualTo(DerivationKind.REPRINT);
        Document whole = Made.document("The Courier", "", Made.article(story));
        Document cut = Made.document("Valley News", "", Made.article(print));
        assertThat(only(whole, cut).derived()).isEqualTo(cut.id());
    }

    @Property(tries = TRIES)
    void anotherHeadlineAndWordsChanged(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> story = story(random);
        String[] words = Made.article(story).split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = random.nextInt(20) == 0 && !words[i].contains("\n") ? Made.word(random) : words[i];
        }
        Derivation derivation = reprinted(story, Made.sentence(random) + "\n\n" + String.join(" ", words));
        assertThat(derivation.kind()).isEqualTo(DerivationKind.REPRINT);
        assertThat(derivation.shareOfSource()).isGreaterThan(0.7);
    }

    @Property(tries = TRIES)
    void theFurnitureOfTwoSitesAroundIt(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> story = story(random);
        List<Document> documents = new ArrayList<>();
        for (String outlet : List.of("The Courier", "Valley News")) {
            String above = Made.sentence(random) + "\n\n";
            String below = "\n\n" + Made.article(Made.sentences(random, 4));
            for (int i = 0; i < 3; i++) {
                documents.add(Made.document(
                        outlet, "2022-09-0" + (1 + i), above + Made.article(Made.sentences(random, 8)) + below));
            }
            String date = outlet.equals("The Courier") ? "2022-09-05" : "2022-09-06";
            documents.add(Made.document(outlet, date, above + Made.article(story) + below));
        }
        List<Derivation> derivations = find(documents);
        assertThat(derivations).hasSize(1);
        assertThat(derivations.get(0).derived()).isEqualTo(documents.get(7).id());
        assertThat(derivations.get(0).shareOfDerived()).isGreaterThan(0.95);
    }

    @Property(tries = TRIES)
    void aParagraphTakenOutOfItWithOwnWordsAround(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> story = story(random);
        List<String> own = Made.sentences(random, 2);
        own.addAll(1, story.subList(3, 11));
        DerivationKind kind = reprinted(story, Made.article(own)).kind();
        assertThat(kind).isIn(DerivationKind.EXCERPT, DerivationKind.REWRITE, DerivationKind.REPRINT);
        assertThat(kind.isCopy()).isTrue();
    }

    @Property(tries = TRIES)
    void aQuotationThatManyCarryMakesNoCopyOfAnyTwo(@ForAll long seed) {
        Random random = new Random(seed);
        String quote = "“" + String.join(" ", Made.sentences(random, 2)) + "”";
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<String> own = Made.sentences(random, 10);
            own.add(1 + random.nextInt(9), quote);
            documents.add(Made.document("Outlet " + i, "2022-09-0" + (1 + i), Made.article(own)));
        }
        assertThat(find(documents))
                .isNotEmpty()
                .allMatch(derivation -> derivation.kind() == DerivationKind.SHARED_QUOTE);
    }

    private static List<String> story(Random random) {
        return Made.sentences(random, 15 + random.nextInt(6));
    }

    /** The derivation of a print, two days later in another outlet. */
    private static Derivation reprinted(List<String> story, String print) {
        Document source = Made.document("The Courier", "2022-09-01", Made.article(story));
        Document copy = Made.document("Valley News", "2022-09-03", print);
        Derivation derivation = only(source, copy);
        assertThat(derivation.derived()).isEqualTo(copy.id());
        assertThat(derivation.reason()).contains("published later");
        return derivation;
    }

    private static Derivation only(Document one, Document two) {
        List<Derivation> derivations = find(List.of(one, two));
        assertThat(derivations).hasSize(1);
        return derivations.get(0);
    }

    private static List<Derivation> find(List<Document> documents) {
        return DerivationFinder.of(ReuseSettings.usual()).find(documents);
    }
}
