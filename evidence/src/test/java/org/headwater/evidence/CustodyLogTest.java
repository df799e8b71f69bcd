package org.headwater.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.headwater.model.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustodyLogTest {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2022-12-05T10:14:00Z"), ZoneOffset.UTC);

    static final SigningKey KEY = key(1);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("custody.jsonl");
    }

    @Test
    void writesOneLineAnEntryEachSealingTheOneBefore() throws IOException {
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            log.append(CustodyEvent.of("open", "case"));
            log.append(CustodyEvent.of("intake", "it_1").with("name", "a \"b\"\n.txt"));
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .startsWith(
                        "{\"v\":2,\"sequence\":1,\"time\":\"2022-12-05T10:14:00Z\",\"who\":\"ana\",\"action\":\"open\","
                                + "\"subject\":\"case\",\"details\":{},\"previous\":\"" + "0".repeat(64)
                                + "\",\"covers\":\"" + "0".repeat(64) + "\",\"key\":\""
                                + KEY.verifying().base64() + "\",\"salt\":\"");
        assertThat(lines.get(0))
                .matches(
                        ".*\",\"salt\":\"[A-Za-z0-9+/]{22}==\",\"digest\":\"[0-9a-f]{64}\",\"signature\":\"[A-Za-z0-9+/]{86}==\"}");
        List<CustodyEntry> entries = entries();
        assertThat(entries.get(1).previous()).isEqualTo(entries.get(0).digest());
        assertThat(entries.get(1).event().details()).containsEntry("name", "a \"b\"\n.txt");
    }

    @Test
    void appendsSeveralWithOneFlushAndGoesOnAfterReopening() throws IOException {
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            Appended appended = log.append(List.of(CustodyEvent.of("a", "1"), CustodyEvent.of("b", "2")));
            assertThat(((Appended.Done) appended).entries())
                    .extracting(CustodyEntry::sequence)
                    .containsExactly(1L, 2L);
        }
        try (CustodyLog log = CustodyLog.open(file, by("ben"))) {
            assertThat(log.append(CustodyEvent.of("c", "3"))).isInstanceOf(Appended.Done.class);
        }
        assertThat(entries()).extracting(CustodyEntry::who).containsExactly("ana", "ana", "ben");
    }

    @Test
    void refusesASecondWriterAndNamesTheFirst() throws IOException {
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            assertThatThrownBy(() -> CustodyLog.open(file, by("ben")))
                    .isInstanceOf(LogInUseException.class)
                    .hasMessageContaining("this process is writing to it");
            assertThat(log.append(CustodyEvent.of("a", "1"))).isInstanceOf(Appended.Done.class);
        }
        CustodyLog.open(file, by("ben")).close();
    }

    @Test
    void refusesASecondWriterInAnotherProcess() throws Exception {
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            log.append(CustodyEvent.of("a", "1"));
            Process other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OtherWriter.class.getName(),
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(other.getInputStream().readAllBytes(), UTF_8);
            assertThat(said)
                    .contains("Cannot write custody log")
                    .contains("process " + ProcessHandle.current().pid());
            assertThat(other.waitFor()).isEqualTo(3);
        }
    }

    @Test
    void setsAsideAHalfWrittenEndAndSaysSo() throws IOException {
        writeThree();
        byte[] torn = "{\"v\":1,\"sequence\":4,\"ti".getBytes(UTF_8);
        Files.write(file, torn, StandardOpenOption.APPEND);
        try (CustodyLog log = CustodyLog.open(file, by("ben"))) {
            assertThat(log.head().sequence()).isEqualTo(4);
        }
        assertThat(folder.resolve("custody.jsonl.torn-4")).hasBinaryContent(torn);
        CustodyEntry last = entries().get(3);
        assertThat(last.event().action()).isEqualTo(CustodyLog.SET_ASIDE);
        assertThat(last.event().details()).containsEntry("bytes", Integer.toString(torn.length));
    }

    @Test
    void keepsWholeEntriesThatWereWrittenButNotYetConfirmed() throws IOException {
        writeThree();
        byte[] headOfThree = Files.readAllBytes(head());
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            log.append(CustodyEvent.of("d", "4"));
        }
        Files.write(head(), headOfThree);
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            assertThat(log.head().sequence()).isEqualTo(4);
        }
        assertThat(entries()).hasSize(4);
    }

    /** Points all over an append at which a kill can leave it: the confirmed entries stay, the log goes on. */
    @Test
    void survivesAKillInTheMiddleOfAnAppend() throws IOException {
        writeThree();
        byte[] three = Files.readAllBytes(file);
        byte[] headOfThree = Files.readAllBytes(head());
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            log.append(List.of(CustodyEvent.of("d", "4"), CustodyEvent.of("e", "5")));
        }
        byte[] five = Files.readAllBytes(file);
        for (int cut = three.length; cut <= five.length; cut += 17) {
            Files.write(file, Arrays.copyOf(five, cut));
            Files.write(head(), headOfThree);
            try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
                assertThat(log.append(CustodyEvent.of("f", "6"))).isInstanceOf(Appended.Done.class);
            }
            assertThat(entries()).hasSizeBetween(4, 6);
            assertThat(Arrays.copyOf(Files.readAllBytes(file), three.length)).isEqualTo(three);
        }
    }

    @Test
    void findsALogCutAtTheEndOfALine() throws IOException {
        writeThree();
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n");
        assertThatThrownBy(this::entries)
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining("cut after line 2; 3 entries were confirmed");
        assertThatThrownBy(() -> CustodyLog.open(file, by("ana"))).isInstanceOf(DamagedLogException.class);
    }

    @Test
    void findsEntriesTakenOutOrMoved() throws IOException {
        writeThree();
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThatThrownBy(this::entries).hasMessageContaining("from line 2 on: it is entry 3");
        Files.writeString(file, lines.get(1) + "\n" + lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThatThrownBy(this::entries).hasMessageContaining("from line 1 on: it is entry 2");
    }

    @Test
    void findsARewrittenChainByItsHead() throws IOException {
        writeThree();
        byte[] head = Files.readAllBytes(head());
        Files.delete(file);
        Files.delete(head());
        try (CustodyLog log = CustodyLog.open(file, by("eve"))) {
            log.append(List.of(CustodyEvent.of("a", "1"), CustodyEvent.of("b", "2"), CustodyEvent.of("c", "9")));
        }
        Files.write(head(), head);
        assertThatThrownBy(this::entries).hasMessageContaining("entry 3 is not the one its head names");
    }

    @Test
    void distrustsALogWithoutItsHead() throws IOException {
        writeThree();
        Files.delete(head());
        assertThatThrownBy(() -> CustodyLog.open(file, by("ana")))
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining("head custody.jsonl.head is missing");
    }

    @Test
    void refusesAnEntryBeyondTheBoundAndWritesNothing() throws IOException {
        writeThree();
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            Appended appended = log.append(CustodyEvent.of("a", "x".repeat(CustodyCodec.LINE_BYTES_MAX)));
            assertThat(appended).isInstanceOf(Appended.Refused.class);
            assertThat(appended.message()).contains("at most 1048576");
        }
        assertThat(entries()).hasSize(3);
    }

    @Test
    void signsEveryEntryInItsPlace() throws IOException {
        writeThree();
        List<CustodyEntry> entries = entries();
        assertThat(entries).allMatch(entry -> entry.isSignedBy(KEY.verifying()));
        assertThat(entries).noneMatch(entry -> entry.isSignedBy(key(2).verifying()));
        CustodyEntry second = entries.get(1);
        CustodyEntry elsewhere = new CustodyEntry(
                3, second.time(), second.who(), second.event(), second.previous(), second.digest(), second.signature());
        assertThat(elsewhere.isSignedBy(KEY.verifying())).isFalse();
    }

    /** Or else whoever has a digest without its words could try out words until one fits. */
    @Test
    void theSameWordsHaveAnotherDigestUnderAnotherKey() throws IOException {
        writeThree();
        CustodyEntry ours = entries().get(0);
        Path other = folder.resolve("other.log");
        try (CustodyLog log = CustodyLog.open(other, new CustodyLog.Writer(CLOCK, "ana", key(2)))) {
            log.append(ours.event());
        }
        List<CustodyEntry> theirs = new ArrayList<>();
        CustodyLog.replay(other, theirs::add);
        assertThat(theirs.get(0).signature().orElseThrow().salt())
                .isNotEqualTo(ours.signature().orElseThrow().salt());
        assertThat(KEY.salt(1, CustodyEntry.NO_PREVIOUS))
                .isEqualTo(ours.signature().orElseThrow().salt());
        assertThat(KEY.salt(2, CustodyEntry.NO_PREVIOUS))
                .isNotEqualTo(ours.signature().orElseThrow().salt());
    }

    @Test
    void refusesAKeyThatIsNotTheLogs() throws IOException {
        writeThree();
        assertThatThrownBy(() -> CustodyLog.open(file, new CustodyLog.Writer(CLOCK, "eve", key(2))))
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining("signed with another key than the one in custody.key");
        assertThat(entries()).hasSize(3);
    }

    @Test
    void goesOnSignedAfterALogOfVersionOne() throws IOException {
        Files.write(file, resource("custody-v1.log"));
        Files.write(head(), resource("custody-v1.log.head"));
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            log.append(CustodyEvent.of("d", "4"));
        }
        List<CustodyEntry> entries = entries();
        assertThat(entries.get(entries.size() - 2).signature()).isEmpty();
        assertThat(entries.get(entries.size() - 1).isSignedBy(KEY.verifying())).isTrue();
    }

    @Test
    void aCheckpointCountsWhatIsBeforeItAndIsNotRepeated() throws IOException {
        writeThree();
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            log.checkpoint();
            log.checkpoint();
        }
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            log.checkpoint();
        }
        List<CustodyEntry> entries = entries();
        assertThat(entries).hasSize(4);
        assertThat(entries.get(3).event().details())
                .containsEntry("entries", "3")
                .containsEntry("head", entries.get(2).digest().hex());
    }

    @Test
    void aLongRunHasCheckpointsOnItsWay() throws IOException {
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            for (int i = 0; i < 25; i++) {
                log.append(Collections.nCopies(100, CustodyEvent.of("a", "1")));
            }
        }
        assertThat(entries())
                .filteredOn(entry -> entry.event().action().equals(CustodyLog.CHECKPOINT))
                .extracting(CustodyEntry::sequence)
                .containsExactly(1001L, 2002L);
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = CustodyLogTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void spellsOutHalfASurrogatePair() throws IOException {
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            log.append(CustodyEvent.of("a", "name \uD800.txt"));
        }
        assertThat(entries().get(0).event().subject()).isEqualTo("name \\uD800.txt");
    }

    @Test
    void refusesADigestThatIsNone() {
        assertThatThrownBy(() -> CustodyEvent.of("intake", "it_1").with(CustodyEvent.SHA256, "12"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(CustodyEvent.of("intake", "it_1")
                        .withOriginal(new Sha256("0".repeat(64)))
                        .details())
                .containsKey("sha256");
    }

    /** A writer with the key that all tests share. */
    static CustodyLog.Writer by(String who) {
        return new CustodyLog.Writer(CLOCK, who, KEY);
    }

    /** The same key for the same seed. */
    static SigningKey key(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return SigningKey.generate(random);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    private void writeThree() throws IOException {
        try (CustodyLog log = CustodyLog.open(file, by("ana"))) {
            log.append(List.of(CustodyEvent.of("a", "1"), CustodyEvent.of("b", "2"), CustodyEvent.of("c", "3")));
        }
    }

    private List<CustodyEntry> entries() throws IOException {
        List<CustodyEntry> entries = new ArrayList<>();
        CustodyLog.replay(file, entries::add);
        return entries;
    }

    private Path head() {
        return CustodyHead.file(file);
    }
}
