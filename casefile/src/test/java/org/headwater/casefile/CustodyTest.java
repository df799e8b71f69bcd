package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headwater.casefile.Decision.Action;
import org.headwater.evidence.CustodyEntry;
import org.headwater.evidence.CustodyLog;
import org.headwater.model.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the custody log of a case holds, and that no row of the store can be changed without verification naming it. */
class CustodyTest {
    private static final CaseSettings SETTINGS =
            CaseSettings.usual(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), "analyst");

    @TempDir
    Path folder;

    private Path kept;
    private Case open;

    @BeforeEach
    void readTwo() throws IOException, CaseException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("one.txt"), """
                The Lakeside Post

                The Orchard Watch said on 3 May 2022 that it had counted 12 Chinese police stations in 5 countries.
                """);
        Files.writeString(files.resolve("two.txt"), "Ferry timetable changes\n\nThe ferry runs every hour.\n");
        kept = folder.resolve("a.case");
        open = Case.openOrCreate(kept, SETTINGS);
        open.read(List.of(files), ReadListener.silent());
    }

    @AfterEach
    void close() {
        open.close();
    }

    private List<String> faults() throws CaseException {
        return open.verify(ReadListener.silent()).faults();
    }

    private List<CustodyEntry> entries() throws IOException {
        List<CustodyEntry> entries = new ArrayList<>();
        CustodyLog.replay(kept.resolve("custody.log"), entries::add);
        return entries;
    }

    @Test
    void aRunIsIntakesADerivationAndACheckpoint() throws Exception {
        assertThat(entries())
                .extracting(entry -> entry.event().action())
                .containsExactly("codebook", "intake", "intake", "derive", "checkpoint");
        assertThat(faults()).isEmpty();

        open.decide(Action.MERGE, "The Office", Map.of("other", "Office"), "same letterhead");
        assertThat(entries()).extracting(entry -> entry.event().action()).endsWith("checkpoint", "merge", "derive");
        assertThat(faults()).isEmpty();
    }

    @Test
    void theKeyIsForItsOwnerAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.resolve("custody.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatIsGoneIsNotReplacedByAnother() throws Exception {
        Files.delete(kept.resolve("custody.key"));

        assertThatThrownBy(() -> open.decide(Action.MERGE, "A", Map.of("other", "B"), ""))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("its key custody.key is missing");
        assertThat(faults()).isEmpty();
    }

    @Test
    void changedDecisionsAreNamed() throws Exception {
        open.decide(Action.MERGE, "The Office", Map.of("other", "Office"), "same letterhead");
        open.decide(Action.SPLIT, "The Office", Map.of("other", "Bureau"), "");
        Rows.change(kept, "update decision set who = 'mallory' where sequence = 1");
        assertThat(faults()).singleElement().asString().contains("decision 1 of the store: it is not what");

        Rows.change(kept, "delete from decision where sequence = 1");
        assertThat(faults()).anyMatch(fault -> fault.startsWith("Cannot find decision 1 in the store"));
    }

    @Test
    void aDecisionThatTheLogDoesNotHaveIsNamed() throws Exception {
        Rows.change(
                kept,
                "insert into decision values (1, '2026-01-05T10:00:00Z', 'eve', '', 'merge', 'A', '{\"other\":\"B\"}', '')");
        assertThat(faults()).anyMatch(fault -> fault.contains("decision 1 of the store: the custody log has none"));
    }

    @Test
    void aChangedItemIsNamed() throws Exception {
        Rows.change(kept, "update item set taken_from = '/elsewhere' where name = 'one.txt'");
        assertThat(faults()).singleElement().asString().contains("it is not as the custody log says it was taken in");
    }

    @Test
    void aChangedTextOrFindingIsSeen() throws Exception {
        assertThat(open.view().findings()).isNotEmpty();
        Rows.change(kept, "update document set text = text || 'x' where file = 'two.txt'");
        assertThat(faults()).singleElement().asString().contains("are not those that were derived last");
        Rows.change(kept, "update document set text = substr(text, 1, length(text) - 1) where file = 'two.txt'");
        assertThat(faults()).isEmpty();
        Rows.change(kept, "update finding set body = replace(body, '12', '13')");
        assertThat(faults()).singleElement().asString().contains("are not those that were derived last");

        open.rebuild(ReadListener.silent());
        assertThat(faults()).isEmpty();
    }

    @Test
    void aLogCutTogetherWithItsHeadIsNoticedByTheStore() throws Exception {
        byte[] log = Files.readAllBytes(kept.resolve("custody.log"));
        byte[] head = Files.readAllBytes(kept.resolve("custody.log.head"));
        open.decide(Action.MERGE, "The Office", Map.of("other", "Office"), "same letterhead");
        Files.write(kept.resolve("custody.log"), log);
        Files.write(kept.resolve("custody.log.head"), head);

        assertThat(faults())
                .anyMatch(fault ->
                        fault.contains("the store knows 7 entries, the log has 5; entries 6 to 7 were cut off"));
        assertThatThrownBy(() -> open.decide(Action.MERGE, "A", Map.of("other", "B"), ""))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("entries were cut off its end");
    }

    @Test
    void aHeadThatWasKeptElsewhereMustBeFound() throws Exception {
        String head = open.verify(ReadListener.silent()).head();
        open.decide(Action.MERGE, "The Office", Map.of("other", "Office"), "same letterhead");

        assertThat(expecting(Set.of(new Sha256(head)), Optional.empty())).isEmpty();
        Sha256 other = new Sha256("1".repeat(64));
        assertThat(expecting(Set.of(other), Optional.empty()))
                .singleElement()
                .asString()
                .contains("no entry has the digest " + other);
        assertThat(expecting(Set.of(), Optional.of(other)))
                .singleElement()
                .asString()
                .contains("expected was " + other);
    }

    private List<String> expecting(Set<Sha256> heads, Optional<Sha256> key) throws CaseException {
        return open.verify(new CaseVerification.Expected(heads, key), ReadListener.silent())
                .faults();
    }

    @Test
    void aLookAtWithheldNamesNeedsAReasonAndIsAnEntry() throws Exception {
        assertThatThrownBy(() -> open.viewWithNames("f-74d2", " "))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("a reason is needed");
        assertThat(open.viewWithNames("f-74d2", "to ask for consent").entities())
                .isNotEmpty();
        CustodyEntry last = entries().get(entries().size() - 1);
        assertThat(last.event().action()).isEqualTo("view-names");
        assertThat(last.event().details()).containsEntry("why", "to ask for consent");
        assertThat(faults()).isEmpty();
    }

    /** As after a kill between the log and the store: what was decided is in the log, and is taken over from there. */
    @Test
    void aDecisionThatOnlyReachedTheLogIsTakenOver() throws Exception {
        open.decide(Action.MERGE, "The Office", Map.of("other", "Office"), "same letterhead");
        Decision lost = open.view().decisions().get(0);
        CustodyEntry before = entries().get(3);
        Rows.change(kept, "delete from decision");
        Rows.change(
                kept,
                "update custody_mark set sequence = 4, digest = '" + before.digest() + "', bytes = " + bytesOf(4));

        open.decide(Action.SPLIT, "The Office", Map.of("other", "Bureau"), "");

        assertThat(open.view().decisions()).hasSize(2).first().isEqualTo(lost);
        assertThat(faults()).isEmpty();
    }

    private long bytesOf(int entries) throws IOException {
        return Files.readString(kept.resolve("custody.log"))
                .lines()
                .limit(entries)
                .mapToLong(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 1L)
                .sum();
    }

    @Test
    void anotherProcessSettlesWhatItChanges() throws SQLException, CaseException {
        try (Custody other = Custody.open(kept, SETTINGS, Store.open(kept.resolve("case.db")))) {
            Rows.change(kept, "update fact set content = 'old' where name = 'settled'");
            assertThat(open.view().findings()).isNotEmpty();
            assertThat(other.head().sequence()).isEqualTo(5);
        }
        assertThat(open.view().findings()).isNotEmpty();
        assertThat(faults()).isEmpty();
    }
}
