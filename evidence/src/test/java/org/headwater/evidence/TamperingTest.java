package org.headwater.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headwater.evidence.Verification.Expected;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way to tamper with a custody log, and what verification calls it. */
class TamperingTest {
    @TempDir
    Path folder;

    private Path file;
    private EvidenceStore store;

    @BeforeEach
    void writeTen() throws IOException {
        store = EvidenceStore.open(folder);
        file = folder.resolve("custody.log");
        write(file, CustodyLogTest.by("ana"), 10);
    }

    private static void write(Path file, CustodyLog.Writer writer, int entries) throws IOException {
        try (CustodyLog log = CustodyLog.open(file, writer)) {
            for (int i = 1; i <= entries; i++) {
                log.append(CustodyEvent.of("note", "no " + i));
            }
        }
    }

    @Test
    void aChangedEntryIsNamedAndTheRestIsStillChecked() throws IOException {
        List<String> lines = lines();
        lines.set(3, lines.get(3).replace("no 4", "no 5"));
        lines.set(7, lines.get(7).substring(0, 40));
        write(lines);

        assertThat(found(Expected.NOTHING)).containsExactly("CHANGED_ENTRY entry 4", "CHANGED_ENTRY entry 8");
    }

    @Test
    void entriesTakenOutAreNamed() throws IOException {
        List<String> lines = lines();
        lines.subList(2, 5).clear();
        write(lines);

        assertThat(found(Expected.NOTHING)).contains("MISSING_ENTRY entries 3 to 5");
    }

    /** Entry 11 says that the words of entry 4 are taken out, and they are. */
    private void close() throws IOException {
        try (CustodyLog log = CustodyLog.open(file, CustodyLogTest.by("ana"))) {
            log.append(CustodyEvent.of("erase", "it").closing(Set.of(4L)));
            log.closeEntries(Set.of(4L));
            log.append(CustodyEvent.of("note", "no 12"));
        }
    }

    @Test
    void wordsTakenOutLeaveAWholeLogInWhichNoOtherLineMoves() throws IOException {
        List<String> before = lines();
        close();
        List<String> after = lines();

        assertThat(found(Expected.NOTHING)).isEmpty();
        assertThat(after).hasSize(12);
        assertThat(after.get(3)).doesNotContain("no 4").hasSameSizeAs(before.get(3));
        after.set(3, before.get(3));
        assertThat(after.subList(0, 10)).isEqualTo(before);
    }

    @Test
    void wordsTakenOutThatNoEntryTellsOfAreNamed() throws IOException {
        List<String> lines = lines();
        close();
        lines.set(3, lines().get(3));
        CustodyHead head = CustodyHead.read(file);
        write(lines);
        assertThat(head.sequence()).isEqualTo(12);

        assertThat(found(Expected.NOTHING)).contains("CHANGED_ENTRY entry 4");
    }

    /** Of a closed entry and the one before it, nothing else vouches: their signatures are computed. */
    @Test
    void everyByteOfAClosedEntryAndOfTheSignatureBeforeItCounts() throws IOException {
        close();
        byte[] whole = Files.readAllBytes(file);
        List<String> lines = lines();
        int from =
                lines.subList(0, 3).stream().mapToInt(line -> line.length() + 1).sum();
        int signature = from - lines.get(2).length() + lines.get(2).indexOf("\"signature\":\"") + 12;
        for (int at = signature; at < from + lines.get(3).length(); at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(file, flipped);
            assertThat(found(Expected.NOTHING)).as("byte " + at + " flipped").isNotEmpty();
        }
    }

    @Test
    void aMovedEntryIsNamed() throws IOException {
        List<String> lines = lines();
        Collections.swap(lines, 4, 5);
        write(lines);

        assertThat(found(Expected.NOTHING)).containsExactly("MOVED_ENTRY entry 5");
    }

    @Test
    void aRepeatedEntryIsNamed() throws IOException {
        List<String> lines = lines();
        lines.add(6, lines.get(1));
        write(lines);

        assertThat(found(Expected.NOTHING)).contains("MOVED_ENTRY entry 2");
    }

    @Test
    void entriesCutOffAreNamedByTheHead() throws IOException {
        write(lines().subList(0, 8));

        assertThat(found(Expected.NOTHING)).containsExactly("CUT_LOG entries 9 to 10");
    }

    @Test
    void entriesCutOffTogetherWithTheHeadAreNamedByWhatElseRemembers() throws IOException {
        CustodyHead end = CustodyHead.read(file);
        Files.delete(file);
        Files.delete(CustodyHead.file(file));
        write(file, CustodyLogTest.by("ana"), 8);

        assertThat(found(Expected.NOTHING)).isEmpty();
        LogMark mark = new LogMark("the store", end.sequence(), end.digest());
        assertThat(found(new Expected(List.of(mark), Set.of(), Optional.empty())))
                .containsExactly("CUT_LOG entries 9 to 10");
        assertThat(found(new Expected(List.of(), Set.of(end.digest()), Optional.empty())))
                .containsExactly("CHANGED_ENTRY head " + end.digest());
    }

    /** Everything is made anew so that digests and head fit; what lacks is the key. */
    @Test
    void aLogWrittenAnewWithoutTheKeyIsForged() throws IOException {
        CustodyHead end = CustodyHead.read(file);
        Files.delete(file);
        Files.delete(CustodyHead.file(file));
        write(file, new CustodyLog.Writer(CustodyLogTest.CLOCK, "eve", CustodyLogTest.key(2)), 10);

        assertThat(found(new Expected(List.of(), Set.of(), Optional.of(CustodyLogTest.KEY.verifying()))))
                .containsExactly("FORGED_ENTRY entries 1 to 10");
        assertThat(found(new Expected(
                        List.of(new LogMark("a timestamp", 10, end.digest())), Set.of(), Optional.empty())))
                .containsExactly("CHANGED_ENTRY entry 10");
    }

    @Test
    void anEntrySealedAnewUnderTheOldSignatureIsForged() throws Exception {
        List<String> lines = lines();
        CustodyEntry honest = CustodyCodec.read(lines.get(9).getBytes(StandardCharsets.UTF_8));
        CustodyEntry forged = CustodyCodec.sealed(
                new CustodyEntry(
                        10,
                        honest.time(),
                        honest.who(),
                        CustodyEvent.of("note", "no 11"),
                        honest.previous(),
                        honest.digest(),
                        Optional.empty()),
                honest.signature().orElseThrow().covers(),
                CustodyLogTest.KEY);
        lines.set(
                9,
                new String(
                        CustodyCodec.write(new CustodyEntry(
                                10,
                                forged.time(),
                                forged.who(),
                                forged.event(),
                                forged.previous(),
                                forged.digest(),
                                honest.signature())),
                        StandardCharsets.UTF_8));
        write(lines);

        assertThat(found(Expected.NOTHING)).containsExactly("FORGED_ENTRY entry 10", "CHANGED_ENTRY entry 10");
    }

    /** Only the last signature of a whole chain is computed, so the chain must cover those before it. */
    @Test
    void aSignatureThatWasExchangedIsNamed() throws IOException {
        List<String> lines = lines();
        String other = lines.get(1).replaceAll(".*\"signature\":\"|\"}", "");
        lines.set(4, lines.get(4).replaceAll("\"signature\":\"[^\"]*", "\"signature\":\"" + other));
        write(lines);

        assertThat(found(Expected.NOTHING)).containsExactly("CHANGED_ENTRY entry 5", "FORGED_ENTRY entry 5");
        assertThatThrownBy(() -> CustodyLog.replay(file, entry -> {}))
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining("does not cover the signature of the entry before it");
    }

    @Test
    void anUnsignedEntryAfterSignedOnesIsForged() throws Exception {
        List<String> lines = lines();
        CustodyEntry last = CustodyCodec.read(lines.get(9).getBytes(StandardCharsets.UTF_8));
        String unsigned = new String(
                CustodyCodec.write(new CustodyEntry(
                        last.sequence(),
                        last.time(),
                        last.who(),
                        last.event(),
                        last.previous(),
                        last.digest(),
                        Optional.empty())),
                StandardCharsets.UTF_8);
        String body = unsigned.substring(0, unsigned.indexOf(",\"digest\""));
        Sha256 digest = Sha256.of(
                java.security.MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        lines.set(9, body + ",\"digest\":\"" + digest + "\"}");
        write(lines);

        assertThat(found(Expected.NOTHING)).contains("FORGED_ENTRY entry 10");
    }

    /** Nothing but the digest of the entry before holds a log of version 1 together. */
    @Test
    void anEntryOfVersionOneThatWasWrittenAnewDoesNotFitTheNext() throws IOException {
        Files.write(file, CustodyLogTest.resource("custody-v1.log"));
        Files.write(file.resolveSibling("custody.log.head"), CustodyLogTest.resource("custody-v1.log.head"));
        assertThat(found(Expected.NOTHING)).doesNotContain("CHANGED_ENTRY entry 7");
        List<String> lines = lines();
        String line = lines.get(5);
        String body = line.substring(0, line.indexOf(",\"digest\"")).replace("a trial", "a trick");
        Sha256 digest = Sha256.of(ContentHash.sha256().digest(body.getBytes(StandardCharsets.UTF_8)));
        lines.set(5, body + ",\"digest\":\"" + digest + "\"}");
        write(lines);

        assertThat(found(Expected.NOTHING)).contains("CHANGED_ENTRY entry 7");
        assertThatThrownBy(() -> CustodyLog.replay(file, entry -> {}))
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining("line 7")
                .hasMessageContaining("does not follow the entry before it");
    }

    @Test
    void whatAKilledWriterLeftBeyondTheHeadIsNoDamage() throws IOException {
        List<String> lines = lines();
        lines.add("{\"v\":2,\"sequ");
        write(lines);

        assertThat(found(Expected.NOTHING)).isEmpty();
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private List<String> found(Expected expected) throws IOException {
        return Verification.of(store, file).expecting(expected).run(Verification.Progress.none()).damage().stream()
                .map(damage -> damage.kind() + " " + damage.where())
                .toList();
    }
}
