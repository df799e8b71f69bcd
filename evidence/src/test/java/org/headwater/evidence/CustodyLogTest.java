package org.headwater.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.headwater.model.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustodyLogTest {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2022-12-05T10:14:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("custody.jsonl");
    }

    @Test
    void writesOneLineAnEntryEachSealingTheOneBefore() throws IOException {
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "ana")) {
            log.append(CustodyEvent.of("open", "case"));
            log.append(CustodyEvent.of("intake", "it_1").with("name", "a \"b\"\n.txt"));
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .startsWith(
                        "{\"v\":1,\"sequence\":1,\"time\":\"2022-12-05T10:14:00Z\",\"who\":\"ana\",\"action\":\"open\","
                                + "\"subject\":\"case\",\"details\":{},\"previous\":\"" + "0".repeat(64)
                                + "\",\"digest\":\"");
        List<CustodyEntry> entries = entries();
        assertThat(entries.get(1).previous()).isEqualTo(entries.get(0).digest());
        assertThat(entries.get(1).event().details()).containsEntry("name", "a \"b\"\n.txt");
    }

    @Test
    void appendsSeveralWithOneFlushAndGoesOnAfterReopening() throws IOException {
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "ana")) {
            Appended appended = log.append(List.of(CustodyEvent.of("a", "1"), CustodyEvent.of("b", "2")));
            assertThat(((Appended.Done) appended).entries())
                    .extracting(CustodyEntry::sequence)
                    .containsExactly(1L, 2L);
        }
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "ben")) {
            assertThat(log.append(CustodyEvent.of("c", "3"))).isInstanceOf(Appended.Done.class);
        }
        assertThat(entries()).extracting(CustodyEntry::who).containsExactly("ana", "ana", "ben");
    }

    @Test
    void refusesASecondWriterAndNamesTheFirst() throws IOException {
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "ana")) {
            assertThatThrownBy(() -> CustodyLog.open(file, CLOCK, "ben"))
                    .isInstanceOf(LogInUseException.class)
                    .hasMessageContaining("this process is writing to it");
            assertThat(log.append(CustodyEvent.of("a", "1"))).isInstanceOf(Appended.Done.class);
        }
        CustodyLog.open(file, CLOCK, "ben").close();
    }

    @Test
    void refusesASecondWriterInAnotherProcess() throws Exception {
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "ana")) {
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
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "ben")) {
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
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "ana")) {
            log.append(CustodyEvent.of("d", "4"));
        }
        Files.write(head(), headOfThree);
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "ana")) {
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
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "ana")) {
            log.append(List.of(CustodyEvent.of("d", "4"), CustodyEvent.of("e", "5")));
        }
        byte[] five = Files.readAllBytes(file);
        for (int cut = three.length; cut <= five.length; cut += 17) {
            Files.write(file, Arrays.copyOf(five, cut));
            Files.write(head(), headOfThree);
            try (CustodyLog log = CustodyLog.open(file, CLOCK, "ana")) {
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
        assertThatThrownBy(() -> CustodyLog.open(file, CLOCK, "ana")).isInstanceOf(DamagedLogException.class);
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
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "eve")) {
            log.append(List.of(CustodyEvent.of("a", "1"), CustodyEvent.of("b", "2"), CustodyEvent.of("c", "9")));
        }
        Files.write(head(), head);
        assertThatThrownBy(this::entries).hasMessageContaining("entry 3 is not the one its head names");
    }

    @Test
    void distrustsALogWithoutItsHead() throws IOException {
        writeThree();
        Files.delete(head());
        assertThatThrownBy(() -> CustodyLog.open(file, CLOCK, "ana"))
                .isInstanceOf(DamagedLogException.class)
                .hasMessageContaining("head custody.jsonl.head is missing");
    }

    @Test
    void refusesAnEntryBeyondTheBoundAndWritesNothing() throws IOException {
        writeThree();
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "ana")) {
            Appended appended = log.append(CustodyEvent.of("a", "x".repeat(CustodyCodec.LINE_BYTES_MAX)));
            assertThat(appended).isInstanceOf(Appended.Refused.class);
            assertThat(appended.message()).contains("at most 1048576");
        }
        assertThat(entries()).hasSize(3);
    }

    @Test
    void spellsOutHalfASurrogatePair() throws IOException {
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "ana")) {
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

    private void writeThree() throws IOException {
        try (CustodyLog log = CustodyLog.open(file, CLOCK, "ana")) {
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
