package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.headwater.casefile.Decision.Action;
import org.headwater.model.Entity;
import org.headwater.model.Finding;
import org.headwater.model.Statement;
import org.headwater.model.StatementId;
import org.headwater.model.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a case say the same as the whole case, and decisions show in them at once. */
class HoldingsTest {
    private static final CaseSettings SETTINGS =
            CaseSettings.usual(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), "analyst");

    @TempDir
    Path folder;

    private Case of;

    @BeforeEach
    void read() throws Exception {
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("one.txt"), """
                The Practice Post

                The Orchard Watch said on 3 May 2022 that it had counted 12 Chinese police stations in 5 countries.

                The Dutch police opened an investigation into the two stations in Rotterdam, the ministry said on 4 May 2022.
                """);
        Files.writeString(files.resolve("two.txt"), """
                The Morning Mirror

                The Lantern Group said on 9 May 2022 that there were 14 Chinese police stations in 6 countries.

                The Chinese embassy denied on 10 May 2022 that there were any police stations abroad.
                """);
        of = Case.openOrCreate(folder.resolve("a.case"), SETTINGS);
        of.read(List.of(files), ReadListener.silent());
    }

    @AfterEach
    void close() {
        of.close();
    }

    @Test
    void pagesTogetherAreTheWholeList() throws Exception {
        List<Finding> whole = of.view().findings();
        Holdings holdings = of.holdings();

        assertThat(whole).hasSizeGreaterThan(2);
        assertThat(holdings.findings(FindingQuery.all(), 0, 2).rows()).isEqualTo(outlines(whole.subList(0, 2)));
        assertThat(holdings.findings(FindingQuery.all(), 2, 100).rows())
                .isEqualTo(outlines(whole.subList(2, whole.size())));
        assertThat(holdings.findings(FindingQuery.all(), 0, 1).total()).isEqualTo(whole.size());
        assertThat(holdings.finding(whole.get(1).id())).contains(whole.get(1));
        assertThat(holdings.statements(of.view().statements().keySet()))
                .isEqualTo(of.view().statements());
        assertThat(holdings.traces(of.view().traces().keySet()))
                .isEqualTo(of.view().traces());
        assertThat(holdings.tally().findings()).isEqualTo(whole.size());
        assertThat(holdings.tally().allStatements())
                .isEqualTo(of.view().statements().size());
    }

    private static List<FindingOutline> outlines(List<Finding> findings) {
        return findings.stream().map(FindingOutline::of).toList();
    }

    @Test
    void anOutlineSaysHowMuchStandsBehindAFindingWithoutHoldingIt() throws Exception {
        for (Finding whole : of.view().findings()) {
            FindingOutline outline = FindingOutline.of(whole);

            assertThat(outline.documents())
                    .isEqualTo(whole.current().documents())
                    .isPositive();
            assertThat(outline.origins()).isEqualTo(whole.current().supports().size());
            assertThat(outline.finding().current().slots())
                    .isEqualTo(whole.current().slots());
            assertThat(outline.finding().values())
                    .allMatch(value -> value.supports().isEmpty());
        }
    }

    @Test
    void queriesGiveThoseFindingsAndNoOthers() throws Exception {
        Holdings holdings = of.holdings();
        for (FindingQuery.Trait trait :
                List.of(FindingQuery.Trait.DENIED, FindingQuery.Trait.ONE_ORIGIN, FindingQuery.Trait.SEVERAL_ORIGINS)) {
            List<Finding> expected = of.view().findings().stream()
                    .filter(finding -> switch (trait) {
                        case DENIED -> !finding.denials().isEmpty();
                        case ONE_ORIGIN -> finding.current().supports().size() == 1;
                        default -> finding.current().supports().size() > 1;
                    })
                    .toList();

            assertThat(holdings.findings(FindingQuery.all().with(trait), 0, 100).rows())
                    .as(trait.name())
                    .isEqualTo(outlines(expected));
        }
        for (Finding finding : of.view().findings()) {
            assertThat(holdings.findings(FindingQuery.all().ofKind(finding.kind()), 0, 100)
                            .rows())
                    .contains(FindingOutline.of(finding))
                    .allMatch(each -> each.finding().kind().equals(finding.kind()));
        }
        assertThat(holdings.findings(FindingQuery.all().with(FindingQuery.Trait.DECIDED), 0, 100)
                        .total())
                .isZero();
    }

    @Test
    void anAcceptedStatementShowsAtOnceAndIsTheSameAfterSettling() throws Exception {
        StatementId id = waiting().get(0);
        long before = of.holdings().tally().statements("proposed");

        of.record(Action.ACCEPT, id.value(), Map.of(), "", 0);

        assertThat(of.holdings().statement(id).map(Statement::status)).contains(Status.ACCEPTED);
        assertThat(of.holdings().tally().statements("proposed")).isEqualTo(before - 1);
        of.settle(ReadListener.silent());
        assertThat(of.view().statements().get(id).status()).isEqualTo(Status.ACCEPTED);
        of.rebuild(ReadListener.silent());
        assertThat(of.view().statements().get(id).status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void aRejectedStatementIsLeftOutOfFindingsOnceTheCaseIsSettledAndBackAfterUndo() throws Exception {
        Finding finding = of.view().findings().get(0);
        StatementId id = finding.current().statements().get(0);

        Decision rejected = of.record(Action.REJECT, id.value(), Map.of(), "misread", 0);
        assertThat(of.holdings().statement(id).map(Statement::status)).contains(Status.REJECTED);
        of.settle(ReadListener.silent());
        assertThat(of.holdings().findingsOf(id)).isEmpty();

        of.record(Action.UNDO, Long.toString(rejected.sequence()), Map.of(), "", Long.MAX_VALUE);
        assertThat(of.holdings().statement(id).map(Statement::status)).contains(Status.PROPOSED);
        of.settle(ReadListener.silent());
        assertThat(of.holdings().findingsOf(id)).contains(finding);
    }

    @Test
    void whatIsDecidedWhileTheCaseIsBeingSettledStaysDecided() throws Exception {
        List<StatementId> waiting = waiting();
        of.record(Action.REJECT, waiting.get(0).value(), Map.of(), "", 0);
        AtomicBoolean decided = new AtomicBoolean();
        try (Case other = Case.open(of.folder(), SETTINGS)) {
            // The first step is heard after the decisions were read and before anything is written.
            of.settle(progress -> {
                if (decided.getAndSet(true)) {
                    return;
                }
                try {
                    other.record(Action.ACCEPT, waiting.get(1).value(), Map.of(), "", 0);
                } catch (CaseException e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        assertThat(of.holdings().statement(waiting.get(1)).map(Statement::status))
                .contains(Status.ACCEPTED);
    }

    @Test
    void whoDecidesOnWhatWasDecidedMeanwhileIsToldAndOverwritesNothing() throws Exception {
        StatementId id = waiting().get(0);
        long seen = of.holdings().lastDecisionOn(id.value());
        of.record(Action.ACCEPT, id.value(), Map.of(), "", seen);

        assertThatThrownBy(() -> of.record(Action.REJECT, id.value(), Map.of(), "", seen))
                .isInstanceOf(CaseException.class)
                .hasMessageStartingWith("Already decided: analyst accepted it");
        assertThat(of.holdings().decisions()).hasSize(1);

        of.record(Action.UNDO, "1", Map.of(), "", Long.MAX_VALUE);
        assertThatThrownBy(() -> of.record(Action.REJECT, id.value(), Map.of(), "", 1))
                .hasMessageStartingWith("Already decided");
        of.record(Action.REJECT, id.value(), Map.of(), "", of.holdings().lastDecisionOn(id.value()));
        assertThat(of.holdings().statement(id).map(Statement::status)).contains(Status.REJECTED);
    }

    @Test
    void aGradeIsCheckedAndChangesNothingThatIsDerived() throws Exception {
        Finding finding = of.view().findings().get(0);

        of.record(Action.ASSESS, finding.id().value(), Map.of("source", "B", "information", "2"), "seen both", 0);
        assertThatThrownBy(() -> of.record(
                        Action.ASSESS, finding.id().value(), Map.of("source", "G", "information", "2"), "", 1))
                .hasMessageContaining("'G2' is no grade");
        assertThatThrownBy(() -> of.record(
                        Action.ASSESS, "f_00000000000000000000", Map.of("source", "A", "information", "1"), "", 0))
                .hasMessageContaining("no such finding");

        assertThat(of.holdings()
                        .findings(FindingQuery.all().with(FindingQuery.Trait.ASSESSED), 0, 10)
                        .rows())
                .containsExactly(FindingOutline.of(finding));
        assertThat(of.view().findings()).contains(finding);
    }

    @Test
    void aNameCanBeDecidedOnByItsEntity() throws Exception {
        Entity entity = of.holdings()
                .entities(Optional.empty(), Optional.empty(), 0, 1)
                .rows()
                .get(0);

        Decision merged = of.record(Action.MERGE, entity.id().value(), Map.of("other", "The Letterhead"), "", 0);

        assertThat(merged.target()).isEqualTo(entity.name());
    }

    private List<StatementId> waiting() {
        return of.holdings().waiting(Optional.empty(), Optional.empty(), 0, 10).rows();
    }
}
