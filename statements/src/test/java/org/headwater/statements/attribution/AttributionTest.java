package org.headwater.statements.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.headwater.model.Span;
import org.headwater.statements.parse.ParsedText;
import org.headwater.statements.parse.Parser;
import org.junit.jupiter.api.Test;

/** Who said what in texts written for the purpose. */
class AttributionTest {
    private static final AttributionFinder FINDER = AttributionFinder.of(Parser.english());

    @Test
    void aReportVerbGivesItsClauseToItsSubjectInAnyOrder() {
        assertThat(said("The harbour office said that nine boats had sunk."))
                .containsExactly("The harbour office | said | that nine boats had sunk");
        assertThat(said("Nine boats had sunk, the harbour office said."))
                .containsExactly("the harbour office | said | Nine boats had sunk");
        assertThat(said("Nine boats, the harbour office said, had sunk."))
                .allMatch(each -> each.startsWith("the harbour office | said | Nine boats"));
        assertThat(said("“Nine boats have sunk,” said Ida Lund, the harbour master."))
                .containsExactly("Ida Lund | said | “Nine boats have sunk,”");
    }

    @Test
    void accordingToNamesTheSource() {
        assertThat(said("According to the Nordic Boat Union, nine boats sank in May."))
                .containsExactly("the Nordic Boat Union | According to | nine boats sank in May");
        assertThat(said("Nine boats sank in May, according to a survey by the union."))
                .containsExactly("a survey by the union | according to | Nine boats sank in May");
    }

    @Test
    void aQuotationGoesOnOverSentencesAndParagraphs() {
        String text = "“Nine boats have sunk,” Ida Lund said. “Two more are missing. We are still looking.”\n\n"
                + "“Nobody was told of this before today.”";
        AttributionIndex index = index(text);

        assertThat(index.outermost()).hasSize(1);
        assertThat(speakers(index, text, "Two more are missing.")).containsExactly("Ida Lund quotation");
        assertThat(speakers(index, text, "Nobody was told of this")).containsExactly("Ida Lund quotation");
        assertThat(index.outermost().get(0).mode()).isEqualTo(Mode.DIRECT);
    }

    @Test
    void aQuotationThatBeginsInAClauseIsWholeContent() {
        assertThat(said("Lund said the port was “in a bad way. Nobody has looked at it for years.” It is closed now."))
                .containsExactly("Lund | said | the port was “in a bad way. Nobody has looked at it for years.”");
    }

    @Test
    void aSentenceThatOnlyNamesTheSpeakerBelongsToTheQuotationBeforeIt() {
        assertThat(said("“Nobody has looked at the port for years.” Lund said."))
                .containsExactly("Lund | said | “Nobody has looked at the port for years.”");
    }

    @Test
    void theNameThatTouchesAColonSpeaks() {
        assertThat(
                        said(
                                "A new count is due in May — more from Ida Lund and Per Orr: “Nobody has looked at it for years.”"))
                .containsExactly("Ida Lund and Per Orr | : | “Nobody has looked at it for years.”");
    }

    @Test
    void pronounsShortNamesAndDescriptionsLeadToTheFullName() {
        String text = "Oslo-based watchdog Clean Fjords published a study of harbours in March. "
                + "The group said nine harbours are polluted.\n\n"
                + "Its director, Ida Lund, said the state knew. She added that nobody acted. "
                + "Lund also claimed that records were lost.\n\n"
                + "The study found that mercury was highest in Bergen.";
        AttributionIndex index = index(text);

        assertThat(speakers(index, text, "nine harbours are polluted")).containsExactly("Clean Fjords report-verb");
        assertThat(names(index, text, "nobody acted")).containsExactly("Ida Lund");
        assertThat(names(index, text, "records were lost")).containsExactly("Ida Lund");
        assertThat(speakers(index, text, "mercury was highest in Bergen")).containsExactly("Clean Fjords report-verb");
    }

    @Test
    void aGroupIsNobodyWhoseNameIsShortenedAsAPersonsIs() {
        String text = "There were five more, River Defenders said. They served the regime and its leader Lo Marin."
                + " The deals are part of the country's growing role during Lo's defining foreign policy."
                + " The group further pointed to an article on police cooperation.";
        AttributionIndex index = index(text);
        assertThat(names(index, text, "an article")).containsExactly("River Defenders");
    }

    @Test
    void aSpokespersonSpeaksForTheBody() {
        String text = """
                Danish Fisheries Ministry spokesman Jens Holm said the quota was cut.

                Norwegian Interior Minister Kari Vik said the port would close.

                A spokeswoman for the coast guard said nobody was hurt.""";
        AttributionIndex index = index(text);

        Speaker spokesman = index.propositions().get(0).source();
        assertThat(spokesman.name()).isEqualTo("Jens Holm");
        assertThat(spokesman.body()).contains("Danish Fisheries Ministry");
        assertThat(spokesman.role()).contains("Danish Fisheries Ministry spokesman");
        assertThat(speakers(index, text, "the port would close"))
                .containsExactly("Norwegian Interior Ministry report-verb");
        assertThat(speakers(index, text, "nobody was hurt")).containsExactly("coast guard report-verb");
    }

    @Test
    void aCarrierStandsBeforeTheSpeaker() {
        String text =
                "In findings first shared with the Harbour Post, Clean Fjords said nine harbours are polluted.\n\n"
                        + "“We have closed two of them,” Jens Holm told Fjord Radio.";
        AttributionIndex index = index(text);

        assertThat(speakers(index, text, "nine harbours are polluted"))
                .containsExactly("Harbour Post told", "Clean Fjords report-verb");
        assertThat(speakers(index, text, "We have closed two of them"))
                .containsExactly("Fjord Radio told", "Jens Holm quotation");
    }

    @Test
    void aChainRunsFromTheOuterSpeakerToTheInner() {
        String text = "The Harbour Post reported that the union claimed that nine boats were lost.";
        AttributionIndex index = index(text);

        assertThat(names(index, text, "nine boats were lost")).containsExactly("Harbour Post", "union");
        assertThat(index.outermost()).hasSize(1);
        assertThat(index.propositions())
                .extracting(AttributedProposition::depth)
                .containsExactly(0, 1);
    }

    @Test
    void nounsOfSayingHaveTheirOwnSpeaker() {
        assertThat(said("The inquiry rejected the ministry's claim that the boats were empty."))
                .contains("the ministry | claim | that the boats were empty");
        String text = "The union's claim that nine boats were lost was widely shared.";
        assertThat(names(index(text), text, "nine boats were lost")).containsExactly("union");
        String listed = "The nine boats listed in the Clean Fjords report were built in Gdansk.";
        assertThat(speakers(index(listed), listed, "were built in Gdansk")).containsExactly("Clean Fjords noun");
    }

    @Test
    void aDenialIsKeptApartFromAClaim() {
        String text = "The ministry denied that any boat was lost.";
        AttributedProposition denial = index(text).outermost().get(0);

        assertThat(denial.kind()).isEqualTo(CueKind.DENY);
        assertThat(denial.source().name()).isEqualTo("ministry");
    }

    @Test
    void headlinesNameTheirSpeakerWithAColon() {
        String text = "Ministry: nine boats lost in storm\n\nThe storm came on Monday.";
        assertThat(names(index(text), text, "nine boats lost in storm")).containsExactly("Ministry");
    }

    @Test
    void whatGoesOnWithAReportIsCarriedOver() {
        String text = "Clean Fjords said nine harbours are polluted. Some were closed in May.\n\n"
                + "For example, Bergen has two polluted harbours.\n\nThe weather was fine on Monday.";
        AttributionIndex index = index(text);

        assertThat(speakers(index, text, "Some were closed in May.")).containsExactly("Clean Fjords discourse");
        assertThat(speakers(index, text, "Bergen has two polluted harbours")).containsExactly("Clean Fjords discourse");
        assertThat(index.chainAt(span(text, "The weather was fine"))).isEmpty();
    }

    @Test
    void whoOnlyWantsSomethingIsNoSourceOfIt() {
        String text = "The union urged the ministry to close nine harbours.";
        AttributionIndex index = index(text);

        assertThat(index.outermost()).hasSize(1);
        assertThat(index.outermost().get(0).kind()).isEqualTo(CueKind.ASK);
        assertThat(index.chainAt(span(text, "close nine harbours"))).isEmpty();
    }

    @Test
    void everyLinkGivesItsReason() {
        String text = "Clean Fjords said nine harbours are polluted. The group said two are closed.";
        assertThat(index(text).chainAt(span(text, "two are closed")))
                .singleElement()
                .satisfies(link -> assertThat(link.reason())
                        .contains("verb 'say'")
                        .contains("'The group' is taken for 'Clean Fjords'"));
    }

    @Test
    void missingMarksDoNotRunAway() {
        String text = "“We never knew, Ida Lund said.\n\nThe port is closed.\n\n"
                + "Nobody came,” said Jens Holm.\n\nHe called it a “shame\n\nThe end.";
        AttributionIndex index = index(text);

        assertThat(index.chainAt(span(text, "The port is closed."))).isEmpty();
        assertThat(names(index, text, "Nobody came")).containsExactly("Jens Holm");
    }

    @Test
    void aSpanOutsideTheTextIsRefused() {
        assertThatThrownBy(() -> index("Short.").chainAt(new Span(0, 20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0–20")
                .hasMessageContaining("6 units");
    }

    @Test
    void chineseIsAttributedByItsClauses() {
        String text = "港务局发言人周二表示，九艘船已经沉没。\n\n据《海港日报》报道，两个港口已关闭。\n\n" + "“我们不知道，”他说。“没有人来。”\n\n渔业部否认有船沉没。";
        AttributionIndex index = plain(text, "zh");

        assertThat(names(index, text, "九艘船已经沉没")).containsExactly("港务局发言人");
        assertThat(names(index, text, "两个港口已关闭")).containsExactly("《海港日报》");
        assertThat(index.propositions())
                .anyMatch(each ->
                        each.kind() == CueKind.DENY && each.source().text().equals("渔业部"));
    }

    @Test
    void spanishIsAttributedByItsClauses() {
        String text = "El sindicato afirmó que nueve barcos se hundieron. Según la prensa local, dos puertos cerraron. "
                + "“No sabíamos nada”, dijo la alcaldesa. El Ministerio de Pesca negó que hubiera daños.";
        AttributionIndex index = plain(text, "es");

        assertThat(names(index, text, "nueve barcos se hundieron")).containsExactly("sindicato");
        assertThat(names(index, text, "dos puertos cerraron")).containsExactly("prensa local");
        assertThat(names(index, text, "No sabíamos nada")).containsExactly("alcaldesa");
        assertThat(names(index, text, "hubiera daños")).containsExactly("Ministerio de Pesca");
        assertThat(plain("Die Hafenbehörde sagte nichts.", "de").propositions()).isEmpty();
    }

    @Test
    void whereNoWordIsSaidOrNobodyIsNamedNobodySaysAnything() {
        assertThat(said("addedThe group : 😀''. added—urged the state to act")).isEmpty();
        assertThat(said("Nine boats sank, according to ’s.")).isEmpty();
        assertThat(said("“…”, the harbour office said.")).isEmpty();
    }

    // ---- help ----------------------------------------------------------------------------------------------------

    private static AttributionIndex index(String text) {
        return FINDER.index(ParsedText.of(Parser.english(), text), "en");
    }

    private static AttributionIndex plain(String text, String language) {
        return FINDER.index(ParsedText.of(Parser.plain(), text), language);
    }

    private static List<String> said(String text) {
        return index(text).propositions().stream()
                .map(each -> each.source().text() + " | " + each.cue().of(text) + " | "
                        + each.content().stream().map(span -> span.of(text)).collect(Collectors.joining(" … ")))
                .toList();
    }

    private static List<String> speakers(AttributionIndex index, String text, String words) {
        return index.chainAt(span(text, words)).stream()
                .map(link -> link.step().name() + " " + link.how().word())
                .toList();
    }

    private static List<String> names(AttributionIndex index, String text, String words) {
        return index.chainAt(span(text, words)).stream()
                .map(link -> link.speaker().name())
                .toList();
    }

    private static Span span(String text, String words) {
        int begin = text.indexOf(words);
        assertThat(begin).as("'" + words + "' in the text").isNotNegative();
        return new Span(begin, begin + words.length());
    }
}
