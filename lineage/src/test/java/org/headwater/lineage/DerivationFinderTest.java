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
import org.junit.jupiter.api.Test;

class DerivationFinderTest {
    private final Random random = new Random(7);
    private final List<String> story = Made.sentences(random, 15);

    @Test
    void anArticlePrintedAgainLaterIsAReprint() {
        Document source = Made.document("The Courier", "2022-09-01", Made.article(story));
        List<String> again = new ArrayList<>(story.subList(0, 13));
        again.add(0, "Another headline altogether.");
        again.add(6, "Subscribe now to our letter and read it first.");
        Document reprint = Made.document("Valley News", "2022-09-03", Made.article(again));

        Derivation derivation = only(reprint, source);

        assertThat(derivation.derived()).isEqualTo(reprint.id());
        assertThat(derivation.kind()).isEqualTo(DerivationKind.REPRINT);
        assertThat(derivation.shareOfDerived()).isBetween(0.85, 1.0);
        assertThat(derivation.shareOfSource()).isBetween(0.8, 0.95);
        assertThat(derivation.reason()).contains("published later (2022-09-03 after 2022-09-01)");
    }

    @Test
    void aCreditWeighsMoreThanTheDate() {
        Document source = Made.document("The Courier", "2022-09-05", Made.article(story));
        Document reprint =
                Made.document("Valley News", "2022-09-03", Made.article(story) + "\n\nFirst published by The Courier.");

        Derivation derivation = only(source, reprint);

        assertThat(derivation.derived()).isEqualTo(reprint.id());
        assertThat(derivation.reason()).contains("credits The Courier (“First published by The Courier.”)");
    }

    @Test
    void withoutDatesWhatIsCutAtTheEndWasTakenFromTheWhole() {
        Document whole = Made.document("The Courier", "", Made.article(story));
        Document cut = Made.document("Valley News", "", Made.article(story.subList(0, 10)));
        assertThat(only(whole, cut).derived()).isEqualTo(cut.id());
    }

    @Test
    void withoutDatesWhatIsAddedBeforeAndBetweenIsTheReprints() {
        List<String> again = new ArrayList<>(story);
        again.add(0, Made.sentence(random));
        again.add(8, Made.sentence(random));
        Document source = Made.document("The Courier", "", Made.article(story));
        Document reprint = Made.document("Valley News", "", Made.article(again));
        assertThat(only(source, reprint).derived()).isEqualTo(reprint.id());
    }

    @Test
    void oneAgencyTextInThreeOutletsIsAWireCopy() {
        String text = "PORT CITY (Westwire) – " + Made.article(story);
        List<Derivation> derivations = find(
                Made.document("The Courier", "2022-09-01", text),
                Made.document("Valley News", "2022-09-02", text + "\n\nMore on this later."),
                Made.document("Hill Herald", "2022-09-03", text));
        assertThat(derivations).hasSize(3).allMatch(derivation -> derivation.kind() == DerivationKind.WIRE_COPY);
        assertThat(derivations.get(0).reason()).contains("both credit Westwire");
    }

    @Test
    void aPartOfASourceIsAnExcerpt() {
        Document source = Made.document("The Courier", "2022-09-01", Made.article(story));
        Document part = Made.document("Valley News", "2022-09-03", Made.article(story.subList(2, 6)));
        assertThat(only(source, part).kind()).isEqualTo(DerivationKind.EXCERPT);
    }

    @Test
    void muchOfASourceAmongOwnWordsIsARewrite() {
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < story.size(); i++) {
            mixed.add(i % 2 == 0 ? story.get(i) : Made.sentence(random));
        }
        Document source = Made.document("The Courier", "2022-09-01", Made.article(story));
        Document rewrite = Made.document("Valley News", "2022-09-03", Made.article(mixed));
        assertThat(only(source, rewrite).kind()).isEqualTo(DerivationKind.REWRITE);
    }

    @Test
    void aQuotationInTwoArticlesIsNoCopy() {
        String quote = "“" + String.join(" ", Made.sentences(random, 3)) + "”";
        List<String> other = Made.sentences(random, 4);
        Derivation derivation = only(
                Made.document("The Courier", "2022-09-01", quote + " " + Made.article(story.subList(0, 4))),
                Made.document("Valley News", "2022-09-03", Made.article(other) + " " + quote));
        assertThat(derivation.kind()).isEqualTo(DerivationKind.SHARED_QUOTE);
        assertThat(derivation.kind().isCopy()).isFalse();
    }

    @Test
    void furnitureOfASiteIsNoReuse() {
        String navigation =
                "Home World Business Sport Culture Opinion Weather Archive Shop Podcasts Newsletters Sign in"
                        + " Subscribe Contact us About us Privacy Terms of use\n\n";
        String form =
                "\n\nLeave a comment. Your address will not be published. Required fields are marked. Save my name"
                        + " and site in this browser for the next time I comment.";
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            documents.add(Made.document(
                    "The Courier", "2022-09-0" + (i + 1), navigation + Made.article(Made.sentences(random, 6)) + form));
        }
        assertThat(DerivationFinder.of(ReuseSettings.usual()).find(documents)).isEmpty();

        Document source = documents.get(0);
        Document reprint = Made.document(
                "Valley News",
                "2022-10-01",
                source.text().replace(navigation, "").replace(form, ""));
        documents.add(reprint);
        List<Derivation> derivations =
                DerivationFinder.of(ReuseSettings.usual()).find(documents);
        assertThat(derivations).hasSize(1);
        assertThat(derivations.get(0).kind()).isEqualTo(DerivationKind.REPRINT);
        assertThat(derivations.get(0).shareOfSource()).isGreaterThan(0.95);
    }

    @Test
    void ofDocumentsThatGatherTheWordsAreTheSources() {
        List<Document> documents = new ArrayList<>();
        List<String> gathered = new ArrayList<>(Made.sentences(random, 10));
        for (int i = 0; i < 3; i++) {
            List<String> own = Made.sentences(random, 12);
            documents.add(Made.document("", "", Made.article(own)));
            gathered.addAll(3 * i, own.subList(4, 7));
        }
        Document gatherer = Made.document("Gatherer", "", Made.article(gathered));
        documents.add(gatherer);
        assertThat(DerivationFinder.of(ReuseSettings.usual()).find(documents))
                .hasSize(3)
                .allMatch(derivation -> derivation.derived().equals(gatherer.id()));
    }

    @Property(tries = 30)
    void orderAndBatchesChangeNothing(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Document> documents = new ArrayList<>();
        List<String> own = Made.sentences(chance, 20);
        for (int i = 0; i < 6; i++) {
            List<String> sentences = new ArrayList<>(own.subList(chance.nextInt(8), 12 + chance.nextInt(8)));
            Collections.shuffle(sentences, chance);
            documents.add(Made.document("Outlet " + i % 4, i % 2 == 0 ? "" : "2022-09-1" + i, Made.article(sentences)));
        }
        List<Derivation> batch = DerivationFinder.of(ReuseSettings.usual()).find(documents);
        Collections.shuffle(documents, chance);
        DerivationFinder growing = DerivationFinder.of(ReuseSettings.usual());
        for (Document document : documents) {
            growing.add(document);
            growing.derivations();
        }
        assertThat(growing.derivations()).isEqualTo(batch);
    }

    /** Furniture may make up the whole of one side of a stretch that is longer on the other. */
    @Property(tries = 30)
    void furnitureWithinPrintsOfOneTextLeavesNoEmptyPassage(@ForAll long seed) {
        Random chance = new Random(seed);
        List<String> text = Made.sentences(chance, 8);
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> sentences = new ArrayList<>();
            for (String sentence : text) {
                sentences.add(sentence);
                sentences.addAll(Made.sentences(chance, chance.nextInt(3)));
            }
            documents.add(Made.document("Outlet " + i % 3, "2022-09-0" + (1 + i % 9), Made.article(sentences)));
        }
        assertThat(DerivationFinder.of(ReuseSettings.usual()).find(documents))
                .allMatch(derivation -> derivation.passages().stream()
                        .allMatch(passage -> passage.derived().length() > 0
                                && passage.source().length() > 0));
    }

    private static Derivation only(Document one, Document two) {
        List<Derivation> derivations = find(one, two);
        assertThat(derivations).hasSize(1);
        return derivations.get(0);
    }

    private static List<Derivation> find(Document... documents) {
        return DerivationFinder.of(ReuseSettings.usual()).find(List.of(documents));
    }
}
