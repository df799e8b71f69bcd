package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.headwater.casefile.Decision.Action;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final CaseSettings SETTINGS =
            CaseSettings.usual(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), "analyst");

    @TempDir
    Path folder;

    private Path files;
    private Path kept;
    private Path backup;

    @BeforeEach
    void readAndDecide() throws IOException, CaseException {
        files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("one.txt"), """
                The Lakeside Post

                The Orchard Watch said on 3 May 2022 that it had counted 12 Chinese police stations in 5 countries.
                """);
        kept = folder.resolve("a.case");
        backup = folder.resolve("a.backup");
        try (Case open = Case.openOrCreate(kept, SETTINGS)) {
            open.read(List.of(files), ReadListener.silent());
            open.decide(Action.MERGE, "The Office", Map.of("other", "Office"), "same letterhead");
        }
    }

    private CaseBackup.Summary backUp() throws CaseException {
        try (Case open = Case.open(kept, SETTINGS)) {
            return open.backup(backup, ReadListener.silent());
        }
    }

    private Path restore() throws CaseException {
        Path restored = folder.resolve("b.case");
        CaseRestore.run(backup, restored, SETTINGS, ReadListener.silent());
        return restored;
    }

    @Test
    void aRestoredCaseIsWholeAndHasTheSameContent() throws Exception {
        backUp();
        Path restored = restore();
        try (Case before = Case.open(kept, SETTINGS);
                Case after = Case.open(restored, SETTINGS)) {
            assertThat(after.view().statements()).isEqualTo(before.view().statements());
            assertThat(after.view().findings()).isEqualTo(before.view().findings());
            assertThat(after.view().decisions()).isEqualTo(before.view().decisions());
            assertThat(after.search("orchard", 5)).hasSize(1);
            assertThat(after.verify(ReadListener.silent()).faults()).isEmpty();
            after.decide(Action.UNDO, "1", Map.of(), "");
            assertThat(after.verify(ReadListener.silent()).faults()).isEmpty();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(restored.resolve("custody.key"))))
                .isEqualTo("rw-------");
    }

    /** The log is held open by a writer that has kept originals and written entries which the store does not have yet. */
    @Test
    void aBackupTakenWhileAnotherWritesIsOfOneMoment() throws Exception {
        Store store = Store.open(kept.resolve("case.db"));
        try (Custody writing = Custody.open(kept, SETTINGS, store)) {
            writing.append(List.of(org.headwater.evidence.CustodyEvent.of("note", "not in the store yet")));
            Files.createDirectories(kept.resolve("originals/aa"));
            Files.writeString(kept.resolve("originals/aa/" + "aa".repeat(32)), "on its way in");
            CaseBackup.Summary summary = backUp();
            assertThat(summary.head().sequence()).isLessThan(writing.head().sequence());
            assertThat(summary.originals()).isEqualTo(1);
        } finally {
            store.close();
        }
        try (Case after = Case.open(restore(), SETTINGS)) {
            assertThat(after.verify(ReadListener.silent()).faults()).isEmpty();
            assertThat(after.view().decisions()).hasSize(1);
        }
    }

    @Test
    void aChangedBackupIsRefusedAndLeavesNothing() throws Exception {
        backUp();
        byte[] whole = Files.readAllBytes(backup);
        changed(whole, "custody.log", text -> text.replace("same letterhead", "some letterhead"));
        refused("custody.log was changed");
        changed(whole, "custody.pub", text -> "");
        refused("was changed");
        changed(whole, "SHA256SUMS", text -> text.replace("custody.pub", "custody.bup"));
        refused("was changed or is missing");
        changed(whole, "../evil", text -> text);
        refused("lies outside of a case");
        changed(whole, "originals/more", text -> text);
        refused("it has more than it lists: originals/more");
        String[] digests = new String[2];
        changed(whole, "custody.log", text -> {
            String other = text.replace("same letterhead", "some letterhead");
            digests[0] = digest(text);
            digests[1] = digest(other);
            return other;
        });
        changed(Files.readAllBytes(backup), "SHA256SUMS", text -> text.replace(digests[0], digests[1]));
        refused("its signature does not hold");
        Files.write(backup, java.util.Arrays.copyOf(whole, whole.length / 2));
        refused("Cannot restore");
        Files.writeString(backup, "no zip at all");
        refused("it is no backup");
    }

    private void refused(String why) {
        assertThatThrownBy(this::restore).isInstanceOf(CaseException.class).hasMessageContaining(why);
        assertThat(folder.resolve("b.case")).doesNotExist();
        assertThat(folder.resolve("b.case.part")).doesNotExist();
    }

    private static String digest(String text) {
        return Sha256.of(ContentHash.sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .hex();
    }

    /** Writes the backup anew with one entry changed, or added if it is not there. */
    private void changed(byte[] whole, String name, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean met = false;
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(whole));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                if (entry.getName().equals(name)) {
                    met = true;
                    content = change.apply(new String(content, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.write(content);
            }
            if (!met) {
                out.putNextEntry(new ZipEntry(name));
                out.write(1);
            }
        }
        Files.write(backup, bytes.toByteArray());
    }

    @Test
    void aFolderThatHoldsSomethingIsNotRestoredTo() throws Exception {
        backUp();
        assertThatThrownBy(() -> CaseRestore.run(backup, files, SETTINGS, ReadListener.silent()))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("holds something");
        assertThat(files.resolve("one.txt")).exists();
    }
}
