package org.headwater.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.headwater.reading.Made.SENTENCE;
import static org.headwater.reading.Made.bytes;
import static org.headwater.reading.Made.entries;
import static org.headwater.reading.Made.pdf;
import static org.headwater.reading.Made.zip;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** What files do to the processes that parse them, real processes each, and that this one goes on. */
class ParsingApartTest {
    private static final ReadingLimits LIMITS = ReadingLimits.standard().withMemoryBytes(160L << 20);
    private static final ReadingLimits SHORT = LIMITS.withTime(Duration.ofSeconds(2));

    private static DocumentReader reader;

    @BeforeAll
    static void start() {
        reader = Trouble.reader(LIMITS);
    }

    @AfterAll
    static void end() {
        reader.close();
    }

    private static Outcome.Refused refused(DocumentReader by, Source source) {
        List<Outcome> outcomes = Read.all(by, source);
        assertThat(outcomes).hasSize(1).first().isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused) outcomes.get(0);
    }

    private static String read(DocumentReader by, Source source) {
        List<Outcome> outcomes = Read.all(by, source);
        assertThat(outcomes).hasSize(1).first().isInstanceOf(Outcome.Read.class);
        return ((Outcome.Read) outcomes.get(0)).document().text();
    }

    private static ProcessHandle who(DocumentReader by) {
        return ProcessHandle.of(Long.parseLong(read(by, Trouble.file("who")))).orElseThrow();
    }

    @Test
    void everyFileIsReadAsInThisProcess() throws IOException {
        DocumentReader here = DocumentReader.withTesseract(LIMITS, Optional.empty());
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Arguments each : BrokenFilesTest.files().toList()) {
            files.put((String) each.get()[0], ((BrokenFilesTest.Content) each.get()[3]).make());
        }
        files.put("full.eml", bytes(Made.fullMail()));
        files.put("mails.mbox", bytes(("From a\n" + Made.fullMail() + "\n\n").repeat(2)));
        files.put("crawl.warc", Made.warc());
        files.put("papers.zip", zip(entries("a.pdf", pdf(new String[] {SENTENCE}), "b.zip", zip("b.txt", bytes("b")))));
        files.put("large.zip", zip("large.txt", bytes(SENTENCE.repeat(30_000))));
        files.put("large.html", bytes("<html><body><p>" + (SENTENCE + "</p><p>").repeat(20_000)));
        assertThat(files).hasSizeGreaterThan(60);
        files.forEach((name, content) -> assertThat(transcript(reader, Source.ofBytes(name, content)))
                .as(name)
                .isEqualTo(transcript(here, Source.ofBytes(name, content))));
    }

    /** What comes of a source and of everything in it. */
    private static List<String> transcript(DocumentReader by, Source source) {
        List<String> all = new ArrayList<>();
        by.read(Read.ITEM, source, outcome -> {
            if (outcome instanceof Outcome.Contained contained) {
                Source entry = contained.entry();
                all.add(String.join(
                        " | ",
                        entry.where(),
                        entry.name(),
                        Long.toString(entry.size()),
                        entry.address().toString(),
                        entry.captured().toString(),
                        entry.declaredType().toString(),
                        Integer.toString(entry.depth())));
                all.addAll(transcript(by, entry));
            } else {
                all.add(outcome.toString());
            }
        });
        return all;
    }

    @Test
    void boundsOnWhatIsUnpackedAreSharedByProcesses() throws IOException {
        byte[] nested = zip(entries("1.zip", zip("a.txt", bytes(SENTENCE)), "2.zip", zip("b.txt", bytes(SENTENCE))));
        ReadingLimits few = LIMITS.withEntries(3);
        try (DocumentReader apart = DocumentReader.apart(few)) {
            assertThat(transcript(apart, Source.ofBytes("a.zip", nested)))
                    .isEqualTo(transcript(DocumentReader.standard(few), Source.ofBytes("a.zip", nested)))
                    .anySatisfy(each -> assertThat(each).contains("BOMB"));
        }
    }

    @Test
    void oneProcessReadsDocumentAfterDocumentUntilOneTakesItDown() {
        ProcessHandle first = who(reader);
        assertThat(who(reader)).isEqualTo(first);
        assertThat(refused(reader, Trouble.file("throw")).message()).contains("its parser gave up");
        assertThat(refused(reader, Trouble.file("depth")).fault()).isEqualTo(Fault.TOO_DEEP);
        assertThat(read(reader, Trouble.file("print", "who"))).isEqualTo(Long.toString(first.pid()));
        assertThat(refused(reader, Trouble.file("end")).message())
                .isEqualTo("Cannot read end.rtf: its parser came down with it (it ended with code 7)");
        assertThat(first.isAlive()).isFalse();
        assertThat(who(reader)).isNotEqualTo(first);
    }

    @Test
    void aProcessThatDiedWithNothingToDoIsNoFaultOfTheNextDocument() throws Exception {
        ProcessHandle idle = who(reader);
        idle.destroyForcibly();
        idle.onExit().get();
        assertThat(who(reader).pid()).isNotEqualTo(idle.pid());
    }

    @Test
    void whatNeedsMoreMemoryThanTheBoundIsRefusedWithTheBound() {
        assertThat(refused(reader, Trouble.file("memory")))
                .isEqualTo(new Outcome.Refused(
                        Fault.NEEDS_MEMORY,
                        "memory.rtf",
                        "Cannot read memory.rtf: it needs more memory than 160 MiB (the bound)"));
        assertThat(who(reader).isAlive()).isTrue();
    }

    /** Only what another document may be the cause of is worth a second reading. */
    @Test
    void aParserThatTheSystemKilledIsToldFromOneThatExceededItsBound() {
        assertThat(refused(reader, Trouble.file("killed", "loop")))
                .isEqualTo(new Outcome.Refused(
                        Fault.SHORT_OF_MEMORY,
                        "killed.rtf",
                        "Cannot read killed.rtf: its parser was killed from outside, as happens when the machine has no"
                                + " memory left"));
    }

    @Test
    void aTitleOfFiveMillionCharactersIsCutAndTakesNothingDown() {
        ProcessHandle first = who(reader);
        Source page = Source.ofBytes(
                "long.html",
                bytes("<html><head><title>" + "wide ".repeat(1_000_000) + "</title></head><body><p>" + SENTENCE));
        List<Outcome> outcomes = Read.all(reader, page);
        assertThat(outcomes).hasSize(1).first().isInstanceOf(Outcome.Read.class);
        Outcome.Read read = (Outcome.Read) outcomes.get(0);
        assertThat(read.document().title().orElse("")).hasSize(10_000);
        assertThat(read.document().text()).contains(SENTENCE).hasSizeGreaterThan(4_000_000);
        assertThat(read.notes())
                .contains("its title is longer than 10000 characters (the bound): what is behind is left out of it");
        assertThat(who(reader)).isEqualTo(first);
    }

    @Test
    void wordsLongerThanAnyMessageMayBeAreCut() {
        ProcessHandle first = who(reader);
        assertThat(refused(reader, Trouble.file("wordy")).message())
                .hasSizeLessThan(5_000_000)
                .endsWith("lon…");
        assertThat(who(reader)).isEqualTo(first);
    }

    @Test
    void anEntryWithANameOfFiveThousandCharactersIsRefusedByItself() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (String name : List.of("n".repeat(5_000), "b.txt")) {
                TarArchiveEntry entry = new TarArchiveEntry(name);
                entry.setSize(SENTENCE.length());
                tar.putArchiveEntry(entry);
                tar.write(bytes(SENTENCE));
                tar.closeArchiveEntry();
            }
        }
        List<String> all = transcript(reader, Source.ofBytes("long.tar", bytes.toByteArray()));
        assertThat(all).hasSize(3);
        assertThat(all.get(0))
                .contains("UNSAFE_PATH", "its name has 5000 characters (at most 4096)")
                .hasSizeLessThan(10_000);
        assertThat(all.get(1)).startsWith("long.tar!/b.txt");
    }

    @Test
    void whatTakesNoStepThatWeSeeEndsAllTheSame() {
        try (DocumentReader brief = Trouble.reader(SHORT)) {
            ProcessHandle first = who(brief);
            assertThat(refused(brief, Trouble.file("loop")).message())
                    .isEqualTo("Cannot read loop.rtf: it took longer than 2 seconds (the bound)");
            assertThat(first.isAlive()).isFalse();
            assertThat(who(brief)).isNotEqualTo(first);
        }
    }

    @Test
    void whatAParserStartedEndsWithIt() throws Exception {
        try (DocumentReader brief = Trouble.reader(SHORT)) {
            List<Outcome> outcomes = Read.all(brief, Trouble.file("child", "loop"));
            String pid = ((Outcome.Read) outcomes.get(0)).document().text();
            assertThat(((Outcome.Refused) outcomes.get(1)).fault()).isEqualTo(Fault.TIMED_OUT);
            assertEnds(Long.parseLong(pid));
        }
    }

    @Test
    void anArchiveOfSlowFilesEndsAsAWhole() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 1000; i++) {
            files.put(i + ".rtf", bytes("{\\rtf loop"));
        }
        ReadingLimits limits = LIMITS.withTime(Duration.ofMillis(500));
        try (DocumentReader brief = Trouble.reader(limits)) {
            assertThat(who(brief).isAlive()).isTrue();
            List<String> all = transcript(brief, Source.ofBytes("slow.zip", zip(files)));
            assertThat(all).hasSizeLessThan(10);
            // Its first file ran out of the archive's time, for unpacking took some of it.
            assertThat(all).noneSatisfy(each -> assertThat(each).contains("(the bound)"));
            assertThat(all.get(all.size() - 1))
                    .contains("Cannot read slow.zip: the file given, with all that lies in it, took longer than"
                            + " 500 milliseconds (the bound for its size)");
        }
    }

    /** None of them exceeds its own bound. */
    @Test
    void anArchiveOfManyFilesThatTakeALittleTimeEachEndsAsAWhole() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            files.put(i + ".rtf", bytes("{\\rtf pause"));
        }
        try (DocumentReader brief = Trouble.reader(SHORT)) {
            assertThat(who(brief).isAlive()).isTrue();
            List<String> all = transcript(brief, Source.ofBytes("slow.zip", zip(files)));
            assertThat(all).noneSatisfy(each -> assertThat(each).contains("(the bound)"));
            assertThat(all.get(all.size() - 1))
                    .contains("Cannot read slow.zip: the file given, with all that lies in it, took longer than"
                            + " 2 seconds (the bound for its size)");
        }
    }

    /** A list of entries is held in memory as a whole. */
    @Test
    void aListOfTwoHundredThousandEntriesIsBoundedByMemory() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 200_000; i++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(i)));
            }
        }
        try (DocumentReader small = DocumentReader.apart(LIMITS.withMemoryBytes(32L << 20))) {
            assertThat(refused(small, Source.ofBytes("many.zip", bytes.toByteArray()))
                            .fault())
                    .isEqualTo(Fault.NEEDS_MEMORY);
        }
    }

    @Test
    void bytesThatCannotBeFetchedAreNotTheParsersFault() {
        Source broken = Source.ofStream("broken.pdf", 200_000, () -> {
            ByteArrayInputStream start = new ByteArrayInputStream(bytes("%PDF-1.4 " + " ".repeat(100_000)));
            return new Metered(start, read -> {
                if (start.available() == 0) {
                    throw new Overrun(Fault.UNREADABLE, "Cannot open the original: its seal is broken");
                }
            });
        });
        assertThat(refused(reader, broken).message())
                .isEqualTo("Cannot read broken.pdf: Cannot open the original: its seal is broken");
        assertThat(who(reader).isAlive()).isTrue();
    }

    @Test
    void itIsToldNoSecretsAndLeavesNoFiles() {
        Path folder;
        try (DocumentReader another = Trouble.reader(LIMITS)) {
            assertThat(read(another, Trouble.file("environment")).split(" "))
                    .isSubsetOf(
                            "PATH",
                            "HOME",
                            "LANG",
                            "LC_ALL",
                            "LC_CTYPE",
                            "TMPDIR",
                            "LD_LIBRARY_PATH",
                            "OMP_THREAD_LIMIT",
                            "TESSDATA_PREFIX");
            folder = Path.of(read(another, Trouble.file("folder")));
            assertThat(folder).isDirectory();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void itEndsWithTheProcessThatStartedIt() throws Exception {
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trouble.class.getName(),
                        "",
                        "who folder loop")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = starter.inputReader(StandardCharsets.UTF_8)) {
            long pid = Long.parseLong(said.readLine());
            Path left = Path.of(said.readLine());
            assertThat(ProcessHandle.of(pid)).isPresent();
            assertThat(left).isDirectory();
            try (DocumentReader another = Trouble.reader(LIMITS)) {
                assertThat(who(another).isAlive()).isTrue();
                assertThat(left).as("it is in use").isDirectory();
            }
            starter.destroyForcibly();
            assertEnds(pid);
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void whatAKilledOneLeftIsClearedByTheNext() throws IOException {
        Path left = Files.createTempDirectory("headwater-parser-");
        Files.write(left.resolve("headwater-1.part"), bytes(SENTENCE));
        Files.createFile(left.resolve("in-use"));
        try (DocumentReader another = Trouble.reader(LIMITS)) {
            assertThat(who(another).isAlive()).isTrue();
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void oneThatIsStartingEndsWhenItsReaderIsClosed() throws Exception {
        Set<Long> before = children();
        DocumentReader silent =
                new DocumentReader(LIMITS, Trouble.formats(LIMITS), new ParsingApart(LIMITS, NeverReady.class));
        FutureTask<List<Outcome>> reading = new FutureTask<>(() -> Read.all(silent, Trouble.file("who")));
        Thread thread = new Thread(reading);
        thread.start();
        while (children().equals(before) && thread.isAlive()) {
            Thread.onSpinWait();
        }
        Set<Long> started = new HashSet<>(children());
        started.removeAll(before);
        assertThat(started).hasSize(1);
        silent.close();
        assertThatThrownBy(() -> reading.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(ParserStartException.class);
        assertThat(ProcessHandle.of(started.iterator().next()).filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    /** A process that takes for ever to start. */
    static final class NeverReady {
        private NeverReady() {}

        public static void main(String[] arguments) throws IOException {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    private static void assertEnds(long pid) throws Exception {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(60, TimeUnit.SECONDS);
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void aProcessThatCannotStartIsNoFaultOfTheDocument() {
        try (DocumentReader none =
                new DocumentReader(LIMITS, Trouble.formats(LIMITS), new ParsingApart(LIMITS, ParsingApartTest.class))) {
            assertThatThrownBy(() -> Read.all(none, Trouble.file("who")))
                    .isInstanceOf(ParserStartException.class)
                    .hasMessageContaining("the process that parses documents cannot be started: Error: ");
        }
    }
}
