package org.headwater.statements.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.headwater.model.Span;
import org.headwater.statements.parse.ParsedText;
import org.headwater.statements.parse.Parser;

/** What holds for every text, however its marks are unbalanced and its sentences broken. */
class AttributionPropertyTest {
    private static final AttributionFinder FINDER = AttributionFinder.of(Parser.english());

    @Property(tries = 120)
    void propositionsLieInsideTheTextAndApartFromTheirSource(@ForAll("articles") String text) {
        for (AttributedProposition each : english(text).propositions()) {
            assertThat(each.source().span().of(text)).isEqualTo(each.source().text());
            assertThat(each.cue().end()).isLessThanOrEqualTo(text.length());
            assertThat(each.extent().end()).isLessThanOrEqualTo(text.length());
            assertThat(each.content()).allSatisfy(span -> {
                assertThat(span.overlaps(each.source().span())).isFalse();
                assertThat(span.overlaps(each.cue())).isFalse();
                assertThat(span.isEmpty()).isFalse();
            });
            for (int i = 1; i < each.content().size(); i++) {
                assertThat(each.content().get(i - 1).end())
                        .isLessThanOrEqualTo(each.content().get(i).begin());
            }
        }
    }

    @Property(tries = 60)
    void theSameTextGivesTheSamePropositions(@ForAll("articles") String text) {
        assertThat(english(text).propositions()).isEqualTo(english(text).propositions());
    }

    @Property(tries = 60)
    void everySpanHasAChain(@ForAll("articles") String text, @ForAll("articles") String other) {
        AttributionIndex index = english(text);
        int length = Math.min(other.length(), text.length());
        assertThat(index.chainAt(new Span(0, length))).isNotNull();
        assertThat(index.chainAt(new Span(length, text.length())))
                .allSatisfy(link -> assertThat(link.step().name()).isNotBlank());
    }

    @Property(tries = 200)
    void plainLanguagesHoldToTheSame(@ForAll("foreign") String text) {
        for (String language : new String[] {"zh", "es"}) {
            ParsedText parsed = ParsedText.of(Parser.plain(), text);
            for (AttributedProposition each : FINDER.index(parsed, language).propositions()) {
                assertThat(each.source().span().of(text))
                        .isEqualTo(each.source().text());
                assertThat(each.content())
                        .allSatisfy(span -> assertThat(span.end()).isLessThanOrEqualTo(text.length()));
            }
        }
    }

    @Property(tries = 200)
    void quotationsLieInOrderInsideTheText(@ForAll("articles") String text) {
        int last = 0;
        for (Quotations.Quotation each : Quotations.of(text)) {
            assertThat(each.span().begin()).isGreaterThanOrEqualTo(last);
            assertThat(each.span().contains(each.inner())).isTrue();
            assertThat(each.span().of(text)).doesNotContain("\n");
            last = each.span().end();
        }
    }

    @Provide
    Arbitrary<String> articles() {
        Arbitrary<String> piece = Arbitraries.of(
                "The union said ",
                "nine boats had sunk",
                ", ",
                ". ",
                "“",
                "”",
                "\"",
                "‘",
                "’",
                "''",
                " according to ",
                "Ida Lund",
                " told the Harbour Post ",
                "that ",
                "she ",
                "added",
                ": ",
                "\n",
                "\n\n",
                "its report ",
                "denied ",
                "the claim that ",
                "which ",
                "He ",
                "said ",
                "The group ",
                "urged the state to act ",
                "? ",
                "—",
                " who ",
                "of ",
                "In May, ",
                "’s ",
                "港务局表示，",
                "\ud83d\ude00",
                "For example, ");
        return piece.list().ofMinSize(1).ofMaxSize(30).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> foreign() {
        Arbitrary<String> piece = Arbitraries.of(
                "港务局",
                "表示",
                "，",
                "。",
                "“",
                "”",
                "否认",
                "据",
                "报道",
                "：",
                "他",
                "说",
                "\n",
                "El sindicato ",
                "dijo ",
                "que ",
                "según ",
                "la prensa",
                ", ",
                ". ",
                "«",
                "»",
                "negó ",
                "el informe ",
                " ",
                "九艘船");
        return piece.list().ofMinSize(1).ofMaxSize(25).map(parts -> String.join("", parts));
    }

    private static AttributionIndex english(String text) {
        return FINDER.index(ParsedText.of(Parser.english(), text), "en");
    }
}
