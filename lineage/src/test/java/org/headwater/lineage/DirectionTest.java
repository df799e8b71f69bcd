package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.headwater.model.Derivation;
import org.headwater.model.DerivationKind;
import org.headwater.model.Document;
import org.junit.jupiter.api.Test;

/** Which way words went where no later date tells it, and what many prints of one text are. */
class DirectionTest {
    private final Random random = new Random(11);
    private final List<String> story = Made.sentences(random, 14);

    @Test
    void whoseReportersTheSharedWordsNameHadThemFirst() {
        story.add(3, "A guard told The Courier that the gates were shut.");
        Document source = Made.document("The Courier", "2022-09-05", Made.article(story));
        Document reprint = Made.document("Valley News", "2022-09-03", Made.article(story));

        Derivation derivation = find(source, reprint).get(0);

        assertThat(derivation.derived()).isEqualTo(reprint.id());
        assertThat(derivation.reason()).contains("prints the reporting of The Courier (“told The Courier”)");
    }

    @Test
    void oneTextInThreeOutletsThatCreditNobodyIsAWireCopy() {
        String text = Made.article(story);
        List<Derivation> three = find(
                Made.document("The Courier", "2022-09-01", text),
                Made.document("Valley News", "2022-09-02", text),
                Made.document("Hill Herald", "2022-09-03", text));
        assertThat(three).hasSize(3).allMatch(derivation -> derivation.kind() == DerivationKind.WIRE_COPY);
        assertThat(three.get(0).reason()).contains("one text in 3 outlets, none of which the other credits");

        List<Derivation> two = find(
                Made.document("The Courier", "2022-09-01", text), Made.document("Valley News", "2022-09-02", text));
        assertThat(two).extracting(Derivation::kind).containsExactly(DerivationKind.REPRINT);
    }

    @Test
    void printsOfOneArticleOnOneSiteAreNoFurniture() {
        List<Document> prints = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            prints.add(Made.document(
                    "Valley News", "2022-09-0" + (i + 2), Made.article(story) + "\n\nPrinted again, " + i + "."));
        }
        Document source = Made.document("The Courier", "2022-09-01", Made.article(story));
        prints.add(source);
        assertThat(find(prints.toArray(Document[]::new)))
                .filteredOn(derivation -> derivation.source().equals(source.id()))
                .hasSize(6);
    }

    @Test
    void withoutDatesWhoGathersFromSeveralTookFromEach() {
        List<Document> sources = new ArrayList<>();
        List<String> gathered = new ArrayList<>(Made.sentences(random, 6));
        for (String outlet : List.of("The Courier", "Hill Herald", "Lake Letter")) {
            // Each is longer than what gathers from it, so that length alone would say the opposite.
            List<String> own = Made.sentences(random, 40);
            sources.add(Made.document(outlet, "", Made.article(own)));
            gathered.addAll(own.subList(10, 14));
        }
        Document gatherer = Made.document("Valley News", "", Made.article(gathered));
        sources.add(gatherer);
        assertThat(find(sources.toArray(Document[]::new)))
                .hasSize(3)
                .allMatch(derivation -> derivation.derived().equals(gatherer.id()))
                .allMatch(derivation -> derivation.reason().contains("it gathers stretches of 3 documents"));
    }

    @Test
    void withoutDatesAPassageIsSetIntoTheLongerText() {
        // Six pairs, so that the longer one has the lesser id in some and the greater in others.
        for (int pair = 0; pair < 6; pair++) {
            List<String> passage = Made.sentences(random, 3);
            List<String> longer = new ArrayList<>(Made.sentences(random, 40));
            longer.addAll(20, passage);
            List<String> shorter = new ArrayList<>(Made.sentences(random, 8));
            shorter.addAll(4, passage);
            Document one = Made.document("The Courier", "", Made.article(longer));
            Derivation derivation = find(one, Made.document("Valley News", "", Made.article(shorter)))
                    .get(0);
            assertThat(derivation.derived()).isEqualTo(one.id());
            assertThat(derivation.reason()).contains("they are set into the longer text");
        }
    }

    @Test
    void withoutDatesWordsAreFromWhereTheyComeBack() {
        List<String> passage = story.subList(0, 4);
        List<String> home = new ArrayList<>(passage);
        for (int i = 0; i < 12; i++) {
            // The same rare words in another order.
            List<String> words = new ArrayList<>(
                    List.of(passage.get(i % 4).toLowerCase(Locale.ROOT).split("\\W+")));
            Collections.shuffle(words, random);
            home.add(String.join(" ", words) + ".");
        }
        List<String> other = new ArrayList<>(Made.sentences(random, 12));
        other.addAll(6, passage);
        Document source = Made.document("The Courier", "", Made.article(home));
        Document taker = Made.document("Valley News", "", Made.article(other));
        List<Document> all = new ArrayList<>(List.of(source, taker));
        for (int i = 0; i < 8; i++) {
            all.add(Made.document("Outlet " + i, "", Made.article(Made.sentences(random, 10))));
        }
        Derivation derivation = find(all.toArray(Document[]::new)).get(0);
        assertThat(derivation.derived()).isEqualTo(taker.id());
        assertThat(derivation.reason()).contains("their words are more at home in the other");
    }

    private static List<Derivation> find(Document... documents) {
        return DerivationFinder.of(ReuseSettings.usual()).find(List.of(documents));
    }
}
