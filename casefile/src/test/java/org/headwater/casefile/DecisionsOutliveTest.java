package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.headwater.casefile.Decision.Action;
import org.headwater.codebook.Codebooks;
import org.headwater.model.SlotValue;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.model.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of decisions when a case is read again with a codebook that has changed. */
class DecisionsOutliveTest {
    private static final CaseSettings SETTINGS =
            CaseSettings.usual(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), "analyst");
    private static final String USUAL = Codebooks.starter("arms");

    @TempDir
    private Path folder;

    private Path article;

    @BeforeEach
    void article() throws IOException {
        article = Files.writeString(
                folder.resolve("article.txt"), "Drones\n\nNorway delivered 40 drones to Denmark in May 2021.\n");
    }

    private CodebookSource codebook(String name, String yaml) throws Exception {
        return CodebookSource.ofFile(Files.writeString(folder.resolve(name + ".yaml"), yaml));
    }

    private Case read() throws Exception {
        Case open = Case.openOrCreate(folder.resolve("arms.case"), SETTINGS, codebook("usual", USUAL));
        open.read(List.of(article), ReadListener.silent());
        return open;
    }

    private static StatementId only(Case open) throws CaseException {
        assertThat(open.view().statements()).hasSize(1);
        return open.view().statements().keySet().iterator().next();
    }

    @Test
    void aClaimThatIsProposedWithOtherMinorValuesStandsAsItWasLeft() throws Exception {
        try (Case open = read()) {
            StatementId id = only(open);
            open.decide(Action.EDIT, id.value(), Map.of("count", "44"), "");

            open.rebuild(
                    codebook("dateless", USUAL.replaceFirst("      date: \\[clause, sentence\\]\n", "")),
                    ReadListener.silent());

            assertThat(only(open)).isEqualTo(id);
            Statement statement = open.view().statements().get(id);
            assertThat(statement.status()).isEqualTo(Status.EDITED);
            assertThat(statement
                            .slot("count", SlotValue.Count.class)
                            .orElseThrow()
                            .min())
                    .hasValue(44);
            assertThat(open.view().unproposed()).isEmpty();
        }
    }

    @Test
    void aRejectedClaimDoesNotComeBackInOtherWords() throws Exception {
        try (Case open = read()) {
            StatementId id = only(open);
            open.decide(Action.REJECT, id.value(), Map.of(), "a drill");

            open.rebuild(
                    codebook("dateless", USUAL.replaceFirst("      date: \\[clause, sentence\\]\n", "")),
                    ReadListener.silent());

            assertThat(open.view().statements().get(only(open)).status()).isEqualTo(Status.REJECTED);
            assertThat(open.view().findings()).isEmpty();
        }
    }

    @Test
    void aDecisionOnAKindThatIsGoneWaitsForItToComeBack() throws Exception {
        try (Case open = read()) {
            StatementId id = only(open);
            open.decide(Action.EDIT, id.value(), Map.of("count", "44"), "");

            open.rebuild(CodebookSource.shipped("detention-sites"), ReadListener.silent());

            assertThat(open.view().statements()).doesNotContainKey(id);
            assertThat(open.view().unproposed().get(id)).contains("has no kind 'delivery'");
            assertThat(open.view().decisions()).hasSize(1);

            open.rebuild(codebook("usual", USUAL), ReadListener.silent());

            assertThat(open.view().statements().get(id).status()).isEqualTo(Status.EDITED);
            assertThat(open.view().unproposed()).isEmpty();
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }

    @Test
    void whatAPersonAddedStandsUntilItIsTakenBack() throws Exception {
        try (Case open = read()) {
            Statement read = open.view().statements().get(only(open));
            Addition addition = new Addition(
                    read.document(),
                    "delivery",
                    open.locate(read.document(), "Norway delivered"),
                    Map.of("supplier", "Norwegian government", "weapon", "missile", "speaker", "a reader"));
            Decision decision = open.add(addition, "said in the annex");
            StatementId added = new StatementId(decision.target());

            open.rebuild(ReadListener.silent());

            assertThat(open.view().statements().get(added).status()).isEqualTo(Status.ADDED);
            assertThat(open.view().unproposed()).isEmpty();
            open.decide(Action.UNDO, Long.toString(decision.sequence()), Map.of(), "");
            assertThat(open.view().statements()).doesNotContainKey(added);
        }
    }
}
