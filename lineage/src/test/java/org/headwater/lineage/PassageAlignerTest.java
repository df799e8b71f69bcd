package org.headwater.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.headwater.model.Passage;
import org.junit.jupiter.api.Test;

class PassageAlignerTest {
    private static final String HARBOUR = "The harbour board said on Tuesday that it had closed the northern quay after"
            + " inspectors found that two of its five cranes had not been serviced since the spring.";

    private final PassageAligner aligner = PassageAligner.of(ReuseSettings.usual());

    @Test
    void givesTheOffsetsOfWhatBothShare() {
        String derived = "Quay closed for now. " + HARBOUR + " Nobody was hurt.";
        String source = "From our port desk: " + HARBOUR;
        List<Passage> passages = aligner.align(derived, source);
        assertThat(passages).hasSize(1);
        assertThat(passages.get(0).derived().of(derived) + ".").isEqualTo(HARBOUR);
        assertThat(passages.get(0).source().of(source) + ".").isEqualTo(HARBOUR);
    }

    @Test
    void runsAcrossSmallEdits() {
        String edited = HARBOUR.replace("on Tuesday ", "").replace("two of its five", "2 of the 5");
        List<Passage> passages = aligner.align(edited, HARBOUR);
        assertThat(passages).hasSize(1);
        assertThat(passages.get(0).derived().of(edited))
                .startsWith("The harbour board")
                .endsWith("since the spring");
    }

    @Test
    void ignoresCaseQuotationMarksDiacriticsAndLineBreaks() {
        String other = HARBOUR.toUpperCase(java.util.Locale.ROOT)
                .replace("QUAY", "“QUÁY”")
                .replace(" CRANES ", "\n CRANÉS\t");
        assertThat(aligner.align(other, HARBOUR)).hasSize(1);
    }

    @Test
    void keepsReorderedParagraphsApart() {
        Random random = new Random(1);
        String first = Made.article(Made.sentences(random, 3));
        String second = Made.article(Made.sentences(random, 3));
        String source = first + "\n\n" + second;
        String derived = second + "\n\n" + first;
        assertThat(aligner.align(derived, source))
                .extracting(passage -> passage.derived().of(derived) + ".")
                .containsExactly(second, first);
    }

    @Test
    void alignsChineseByCharacters() {
        String shared = "港务局星期二表示，检查人员发现五台起重机中有两台自春季以来没有保养，因此关闭了北码头，何时重新开放尚未决定";
        String derived = "快讯：" + shared + "。";
        List<Passage> passages = aligner.align(derived, shared);
        assertThat(passages).hasSize(1);
        assertThat(passages.get(0).derived().of(derived)).isEqualTo(shared);
    }

    @Test
    void aCommonPhraseIsNoPassage() {
        String one = "At the end of the day the ferry company said that it would think about a new timetable.";
        String two = "Rain is expected in the hills at the end of the day, and fog in the valleys before dawn.";
        assertThat(aligner.align(one, two)).isEmpty();
    }

    @Test
    void refusesSettingsThatCannotWork() {
        assertThatThrownBy(() -> new ReuseSettings(5, 24, 3, 0.8, 3, 100, 50))
                .hasMessage("Invalid passageWords: 3 (must be 5 or more)");
        assertThatThrownBy(() -> new ReuseSettings(5, 24, 14, 1.4, 3, 100, 50))
                .hasMessage("Invalid copyShare: 1.4 (must be above 0, at most 1)");
    }

    @Property(tries = 60)
    void spansLieInsideBothTexts(@ForAll long seed, @ForAll String noise) {
        Random random = new Random(seed);
        String derived = noise + Made.article(Made.sentences(random, 4)) + noise;
        String source = noise + derived.substring(derived.length() / 3) + Made.sentence(random);
        for (Passage passage : aligner.align(derived, source)) {
            assertThat(passage.derived().of(derived)).isNotBlank();
            assertThat(passage.source().of(source)).isNotBlank();
        }
    }
}
