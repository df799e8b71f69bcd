package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.headwater.model.Derivation;
import org.headwater.model.Document;
import org.junit.jupiter.api.Test;

class DirectSourcesTest {
    private final Random random = new Random(3);
    private final List<String> story = Made.sentences(random, 14);

    @Test
    void printsOfOneArticleAllDeriveFromTheEarliest() {
        List<Document> prints = prints(40);
        List<Derivation> derivations = find(prints);
        assertThat(derivations).hasSize(40 * 39 / 2);
        assertThat(DirectSources.of(derivations))
                .hasSize(39)
                .allMatch(derivation -> derivation.source().equals(prints.get(0).id()));
    }

    @Test
    void aThousandPrintsCostNoMillionComparisonsAndStillLeadToTheEarliest() {
        List<Document> prints = prints(300);
        List<Derivation> derivations = find(prints);
        assertThat(derivations).hasSizeLessThanOrEqualTo(300 * 50);
        assertThat(DirectSources.of(derivations))
                .hasSize(299)
                .allMatch(derivation -> derivation.source().equals(prints.get(0).id()));
    }

    @Test
    void inAChainTheCloserSourceStays() {
        Document first = Made.document("The Courier", "2022-09-01", Made.article(story));
        List<String> edited = new ArrayList<>(story);
        edited.subList(5, 9).clear();
        edited.addAll(5, Made.sentences(random, 4));
        Document second = Made.document("Valley News", "2022-09-02", Made.article(edited));
        Document third = Made.document("Hill Herald", "2022-09-03", Made.article(edited));
        assertThat(DirectSources.of(find(List.of(first, second, third))))
                .extracting(Derivation::derived, Derivation::source)
                .contains(tuple(second.id(), first.id()), tuple(third.id(), second.id()));
    }

    @Test
    void whatSeveralSourcesGaveIsKept() {
        List<Document> documents = new ArrayList<>();
        List<String> gathered = new ArrayList<>(Made.sentences(random, 6));
        for (int i = 0; i < 3; i++) {
            List<String> own = Made.sentences(random, 12);
            documents.add(Made.document("Outlet " + i, "2022-09-0" + (i + 1), Made.article(own)));
            gathered.addAll(own.subList(4, 8));
        }
        documents.add(Made.document("Gatherer", "2022-09-09", Made.article(gathered)));
        assertThat(DirectSources.of(find(documents))).hasSize(3);
    }

    private List<Document> prints(int count) {
        List<Document> prints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            prints.add(Made.document(
                    "Outlet " + i,
                    String.format("20%02d-%02d-01", 1 + i / 12, 1 + i % 12),
                    "Headline " + i + "\n\n" + Made.article(story)));
        }
        return prints;
    }

    private static List<Derivation> find(List<Document> documents) {
        return DerivationFinder.of(ReuseSettings.usual()).find(documents);
    }
}
