package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.headwater.casefile.Decision.Action;
import org.headwater.casefile.IntakeOutcome.Result;
import org.headwater.model.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseTest {
    private static final CaseSettings SETTINGS =
            CaseSettings.usual(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), "analyst");

    @TempDir
    Path folder;

    private Path files;
    private Path caseFolder;

    @BeforeEach
    void articles() throws IOException {
        files = Files.createDirectory(folder.resolve("files"));
        caseFolder = folder.resolve("a.case");
        write(
                "one.txt",
                "Ferry timetable changes\n\nThe harbour ferry runs every hour from Monday, the office said.\n");
        write("two.txt", "夏季停水通知\n\n市政府表示，周一将停水。\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text);
    }

    @Test
    void whatWasReadIsNotReadAgain() throws Exception {
        try (Case of = Case.openOrCreate(caseFolder, SETTINGS)) {
            ReadSummary first = of.read(List.of(files), ReadListener.silent());
            ReadSummary second = of.read(List.of(files), ReadListener.silent());

            assertThat(first.documents()).isEqualTo(2);
            assertThat(second.documents()).isZero();
            assertThat(second.known()).isEqualTo(2);
            assertThat(of.view().documents()).hasSize(2);
        }
    }

    @Test
    void aPlainTextFileIsTheDocumentsText() throws Exception {
        Path file = write("crlf.txt", "Title\r\n\r\nBody – with “quotes”.\r\n");
        try (Case of = Case.openOrCreate(caseFolder, SETTINGS)) {
            of.read(List.of(file), ReadListener.silent());
            CaseView view = of.view();
            Document document = view.document(view.documents().get(0)).orElseThrow();

            assertThat(document.text()).isEqualTo(Files.readString(file));
        }
    }

    @Test
    void aStoppedRunGoesOnWhereItStopped() throws Exception {
        for (int i = 0; i < 30; i++) {
            write("n" + i + ".txt", "Notice " + i + "\n\nThe pool opens at " + i + " o'clock.\n");
        }
        try (Case of = Case.openOrCreate(caseFolder, SETTINGS)) {
            ReadSummary stopped = of.read(List.of(files), new ReadListener() {
                private long done;

                @Override
                public void progress(ReadProgress progress) {
                    done = progress.done();
                }

                @Override
                public boolean stopRequested() {
                    return done > 0;
                }
            });
            ReadSummary rest = of.read(List.of(files), ReadListener.silent());

            assertThat(stopped.stopped()).isTrue();
            assertThat(stopped.documents()).isBetween(1L, 31L);
            assertThat(stopped.documents() + rest.documents()).isEqualTo(32);
        }
    }

    @Test
    void aSettlementThatIsStoppedAtAnyStepWritesNothingAndTheNextOneMakesIt() throws Exception {
        try (Case of = Case.openOrCreate(caseFolder, SETTINGS)) {
            of.takeIn(List.of(files), ReadListener.silent());
            for (int i = 0; i < SettlingSteps.Step.values().length; i++) {
                int steps = i;
                List<Long> begun = new ArrayList<>();
                of.settle(new ReadListener() {
                    @Override
                    public void progress(ReadProgress progress) {
                        begun.add(progress.done());
                    }

                    @Override
                    public boolean stopRequested() {
                        return begun.size() >= steps;
                    }
                });

                assertThat(begun).hasSize(steps);
                assertThat(derivations(of)).isZero();
            }
            of.settle(ReadListener.silent());

            assertThat(derivations(of)).isEqualTo(1);
            assertThat(of.find("ferry", 10)).hasSize(1);
        }
    }

    private static long derivations(Case of) throws CaseException {
        return of.custody(0, 100).rows().stream()
                .filter(entry -> entry.event().action().equals(SettledRows.DERIVE))
                .count();
    }

    @Test
    void aFileThatCannotBeReadIsOnRecordAndTheRunGoesOn() throws Exception {
        write("empty.txt", "");
        Files.write(files.resolve("noise.bin"), new byte[] {0, 1, 2, 3, 0, 0, 5});
        try (Case of = Case.openOrCreate(caseFolder, SETTINGS)) {
            ReadSummary summary = of.read(List.of(files), ReadListener.silent());

            assertThat(summary.documents()).isEqualTo(2);
            assertThat(summary.refused()).hasSize(2).allSatisfy(outcome -> {
                assertThat(outcome.fault()).isPresent();
                assertThat(outcome.message()).startsWith("Cannot read");
            });
            assertThat(of.view().intakes())
                    .filteredOn(outcome -> outcome.result() == Result.REFUSED)
                    .hasSize(2);
        }
    }

    @Test
    void searchFindsWordsInAnyScript() throws Exception {
        try (Case of = Case.openOrCreate(caseFolder, SETTINGS)) {
            of.read(List.of(files), ReadListener.silent());

            assertThat(of.search("FERRY hour", 10)).hasSize(1);
            SearchHit chinese = of.search("停水", 10).get(0);
            assertThat(chinese.document().file()).isEqualTo("two.txt");
            assertThat(chinese.matches().get(0).of(chinese.document().text())).isEqualTo("停水");
            assertThat(of.search("submarine", 10)).isEmpty();
            assertThatThrownBy(() -> of.search("\"unclosed", 10))
                    .isInstanceOf(CaseException.class)
                    .hasMessageContaining("it is no query");
        }
    }

    @Test
    void aRebuiltCaseHasTheSameIds() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(files.resolve("box.zip")))) {
            zip.putNextEntry(new ZipEntry("inner/three.txt"));
            zip.write("Library closes\n\nThe library closes at six.\n".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        try (Case of = Case.openOrCreate(caseFolder, SETTINGS)) {
            of.read(List.of(files), ReadListener.silent());
            List<Object> before = everything(of);
            of.rebuild(ReadListener.silent());

            assertThat(everything(of)).isEqualTo(before);
            assertThat(of.view().documents()).hasSize(3);
            assertThat(of.search("library", 10)).hasSize(1);
            assertThat(of.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }

    private static List<Object> everything(Case of) throws CaseException {
        CaseView view = of.view();
        List<Object> all = new ArrayList<>(view.documents());
        all.addAll(view.statements().values());
        all.addAll(view.entities().values());
        all.addAll(view.derivations());
        all.addAll(view.findings());
        all.addAll(view.intakes());
        return all;
    }

    @Test
    void verificationFindsAChangedOriginal() throws Exception {
        try (Case of = Case.openOrCreate(caseFolder, SETTINGS)) {
            of.read(List.of(files), ReadListener.silent());
            assertThat(of.verify(ReadListener.silent()).isWhole()).isTrue();
            Path original;
            try (var walk = Files.walk(caseFolder.resolve("originals"))) {
                original = walk.filter(Files::isRegularFile).findFirst().orElseThrow();
            }
            original.toFile().setWritable(true);
            Files.writeString(original, "x", StandardOpenOption.APPEND);

            CaseVerification verification = of.verify(ReadListener.silent());

            assertThat(verification.isWhole()).isFalse();
            assertThat(verification.faults().get(0))
                    .contains(original.getFileName().toString());
        }
    }

    @Test
    void aFolderThatHoldsSomethingElseIsNotMadeACase() {
        assertThatThrownBy(() -> Case.openOrCreate(files, SETTINGS))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("holds something else");
        assertThatThrownBy(() -> Case.open(folder.resolve("none"), SETTINGS))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("there is none");
    }

    @Test
    void decisionsAreCheckedBeforeTheyAreRecorded() throws Exception {
        try (Case of = Case.openOrCreate(caseFolder, SETTINGS)) {
            of.read(List.of(files), ReadListener.silent());

            assertThatThrownBy(() -> of.decide(Action.ACCEPT, "st_00000000000000000000", Map.of(), ""))
                    .isInstanceOf(CaseException.class)
                    .hasMessageContaining("no such statement");
            assertThatThrownBy(() -> of.decide(Action.UNDO, "3", Map.of(), ""))
                    .isInstanceOf(CaseException.class)
                    .hasMessageContaining("Cannot undo decision 3");
            assertThat(of.view().decisions()).isEmpty();

            of.decide(Action.MERGE, "The Office", Map.of("other", "Office"), "same letterhead");
            of.decide(Action.UNDO, "1", Map.of(), "not sure");
            assertThat(of.view().decisions()).hasSize(2);
            assertThatThrownBy(() -> of.decide(Action.UNDO, "1", Map.of(), ""))
                    .isInstanceOf(CaseException.class)
                    .hasMessageContaining("undone already");
        }
    }
}
