package org.headwater.reading.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.headwater.model.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainArticleTest {
    private static final String PROSE =
            "\n\nThe old ferry will not sail again before the spring, the harbour office said, since"
                    + " the parts that it needs are made by one firm only, and that firm is on holiday until the end of the month.\n";

    @Test
    void readsAMastheadWithItsDateAndTheHeadlineBelow() {
        Facts facts = PlainArticle.facts(
                "The Marsh Courier\n14 September 2022\n\nFerry stays in port for the winter" + PROSE);
        assertThat(facts.outlet()).isEqualTo(Known.of("The Marsh Courier", "masthead, line 1"));
        assertThat(facts.title()).isEqualTo(Known.of("Ferry stays in port for the winter", "line 4"));
        assertThat(facts.published().map(Object::toString)).isEqualTo(Known.of("2022-09-14", "line 2"));
    }

    @Test
    void readsALineOfOutletAndAuthor() {
        Facts facts = PlainArticle.facts(
                "Ferry stays in port for the whole winter, office says\n\nMarsh Courier – by Ann Reed" + PROSE);
        assertThat(facts.title())
                .isEqualTo(Known.of("Ferry stays in port for the whole winter, office says", "first line"));
        assertThat(facts.outlet()).isEqualTo(Known.of("Marsh Courier", "byline, line 3"));
        assertThat(facts.byline()).isEqualTo(Known.of("Ann Reed", "byline, line 3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Home > News > Dublin",
                "You are here: Home page > Business > Debates",
                "Skip to main content",
                "Share on Facebook",
                "PRESS RELEASE"
            })
    void passesOverWhatAPagesNavigationLeft(String line) {
        Facts facts = PlainArticle.facts(line + "\nFerry stays in port for the winter\n\n14 September 2022" + PROSE);
        assertThat(facts.outlet().isKnown()).isFalse();
        assertThat(facts.title().value()).contains("Ferry stays in port for the winter");
    }

    @Test
    void readsALineOfParts() {
        Facts facts = PlainArticle.facts(
                "TIDE RECORD | April 18, 2023 | Courts\n\nFerry stays in port for the winter" + PROSE);
        assertThat(facts.outlet().value()).contains("Tide Record");
        assertThat(facts.published().map(Object::toString).value()).contains("2023-04-18");
    }

    @Test
    void readsAnAgencyInABylineAndInADateline() {
        assertThat(PlainArticle.facts("Ferry stays in port for the winter\nBy Ann Reed, Reuters" + PROSE)
                        .outlet())
                .isEqualTo(Known.of("Reuters", "byline, line 2"));
        String dateline = "PORT ELLEN, Nov 1 (Isle Wire) - " + PROSE.strip();
        assertThat(PlainArticle.facts("Ferry stays in port for the winter\n\n" + dateline)
                        .outlet())
                .isEqualTo(Known.of("Isle Wire", "dateline"));
        assertThat(PlainArticle.facts("Ferry stays in port for the winter\n\nPORT ELLEN, 2 May 2021 - " + PROSE.strip())
                        .published()
                        .how())
                .isEqualTo("dateline");
    }

    @Test
    void readsCreditsAtTheEnd() {
        String article = "Ferry stays in port for the winter" + PROSE;
        assertThat(PlainArticle.facts(article + "\nSource: Marsh Courier\n").outlet())
                .isEqualTo(Known.of("Marsh Courier", "credit at the end"));
        assertThat(PlainArticle.facts(article + "\n© 2022 Marsh Courier. All rights reserved.\n")
                        .outlet())
                .isEqualTo(Known.of("Marsh Courier", "copyright line"));
        assertThat(PlainArticle.facts(article + "\nMarsh Courier\n").outlet())
                .isEqualTo(Known.of("Marsh Courier", "last line"));
    }

    @Test
    void readsChinese() {
        Facts facts =
                PlainArticle.facts("海岸日报\n国内新闻\n\n渡轮整个冬天停在港内\n\n记者 林小河\n2022年9月14日\n\n" + "渡轮公司说，".repeat(12) + "。");
        assertThat(facts.outlet().value()).contains("海岸日报");
        assertThat(facts.title().value()).contains("渡轮整个冬天停在港内");
        assertThat(facts.byline().value()).contains("林小河");
        assertThat(facts.published().isKnown()).isTrue();
    }

    @Test
    void leavesUnknownWhatIsNotStated() {
        Facts facts =
                PlainArticle.facts("Ferry stays in port for the winter" + PROSE + "\nOn 3 May 2021 it had sailed.\n");
        assertThat(facts.outlet().isKnown()).isFalse();
        assertThat(facts.byline().isKnown()).isFalse();
        assertThat(facts.published().isKnown()).isFalse();
        assertThat(PlainArticle.facts("")).isEqualTo(Facts.none());
    }

    @Test
    void takesNoShortHeadlineForAPaper() {
        Facts facts = PlainArticle.facts(
                "Ferry In Port Again\n\nThe harbour office says that it has no spare parts yet" + PROSE);
        assertThat(facts.title().value()).contains("Ferry In Port Again");
        assertThat(facts.outlet().isKnown()).isFalse();
    }

    @Test
    void prefersTheDateOfPublicationToThatOfAnUpdate() {
        Facts facts = PlainArticle.facts(
                "Ferry stays in port for the winter\nUpdated 9 May 2021\nPublished 8 May 2021" + PROSE);
        assertThat(facts.published().map(Object::toString).value()).contains("2021-05-08");
    }
}
