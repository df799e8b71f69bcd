package org.headwater.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.headwater.casefile.Decision.Action;
import org.headwater.evidence.CustodyEvent;
import org.headwater.evidence.PassphraseSource;
import org.headwater.model.DocumentId;
import org.headwater.model.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles in Chinese, which needs no parser that takes seconds to load. */
class SealingTest {
    private static final CaseSettings UNLOCKED = settings(() -> Optional.of("four words are best".toCharArray()));
    private static final CaseSettings WRONG = settings(() -> Optional.of("four other words".toCharArray()));
    private static final CaseSettings LOCKED = settings(PassphraseSource.NONE);
    private static final String RARE = "海峡暮光周刊";

    @TempDir
    Path folder;

    private Path files;
    private Path kept;

    private static CaseSettings settings(PassphraseSource passphrase) {
        return CaseSettings.usual(Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC), "analyst")
                .withPassphrase(passphrase);
    }

    @BeforeEach
    void read() throws IOException, CaseException {
        files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("stays.txt"), story("北港观察", 54));
        Files.writeString(files.resolve("goes.txt"), story(RARE, 61));
        kept = folder.resolve("a.case");
        try (Case open = Case.openOrCreate(kept, UNLOCKED)) {
            open.read(List.of(files), ReadListener.silent());
        }
    }

    private static String story(String outlet, int sites) {
        return outlet + "\n\n中国在海外设有" + sites + "个“警侨服务站”\n\n2022年9月20日\n\n" + outlet
                + "报道：人权组织“保护卫士”发布报告，称中国公安机关在30个国家设立了至少" + sites + "个海外警务服务站。\n";
    }

    private long seal() throws CaseException {
        try (Case open = Case.open(kept, UNLOCKED)) {
            return open.sealing().seal(ReadListener.silent());
        }
    }

    private static List<String> filesWith(Path folder, String words) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(words)) {
                    found.add(folder.relativize(file).toString());
                }
            }
        }
        return found;
    }

    private static Item item(Case open, String name) {
        return open.evidence().items().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Path sealedFile(String name) throws CaseException {
        try (Case open = Case.open(kept, LOCKED)) {
            String digest = item(open, name).sha256().hex();
            return kept.resolve("originals").resolve(digest.substring(0, 2)).resolve(digest + ".sealed");
        }
    }

    @Test
    void originalsCannotBeReadFromTheDiskAndOpenWithThePassphrase() throws Exception {
        assertThat(filesWith(kept.resolve("originals"), RARE)).hasSize(1);
        assertThat(seal()).isEqualTo(2);
        Files.writeString(files.resolve("later.txt"), story(RARE, 70));
        Path box = folder.resolve("box.zip");
        try (OutputStream out = Files.newOutputStream(box);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("inside.txt"));
            zip.write(story(RARE, 80).getBytes(StandardCharsets.UTF_8));
        }
        try (Case open = Case.open(kept, UNLOCKED)) {
            open.read(List.of(files, box), ReadListener.silent());

            assertThat(open.evidence().items()).hasSize(5);
            assertThat(filesWith(kept.resolve("originals"), RARE)).isEmpty();
            assertThat(filesWith(kept.resolve("unfinished"), RARE)).isEmpty();
            assertThat(open.sealing().open()).isZero();
            try (InputStream in = open.original(item(open, "inside.txt"))) {
                assertThat(in.readAllBytes()).isEqualTo(story(RARE, 80).getBytes(StandardCharsets.UTF_8));
            }
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            assertThat(open.verify(ReadListener.silent()).originals()).isEqualTo(5);
            List<Object> before = List.copyOf(open.view().statements().values());
            open.rebuild(ReadListener.silent());
            assertThat(List.<Object>copyOf(open.view().statements().values())).isEqualTo(before);
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }

    @Test
    void withoutThePassphraseItSaysWhatItNeedsAndShowsTheRest() throws Exception {
        seal();
        for (CaseSettings settings : List.of(LOCKED, WRONG)) {
            String why = settings.equals(LOCKED) ? "no passphrase was given" : "the passphrase is wrong";
            try (Case open = Case.open(kept, settings)) {
                assertThat(open.view().statements()).isNotEmpty();
                assertThatThrownBy(() -> open.original(item(open, "goes.txt"))).hasMessageContaining(why);
                assertThatThrownBy(() -> open.verify(ReadListener.silent())).hasMessageContaining(why);
                assertThatThrownBy(() -> open.rebuild(ReadListener.silent())).hasMessageContaining(why);
                assertThatThrownBy(() -> open.read(List.of(files), ReadListener.silent()))
                        .isInstanceOfSatisfying(
                                CaseException.class,
                                e -> assertThat(e.result()).isEqualTo(CaseException.Result.REFUSED));
                assertThat(open.view().statements()).isNotEmpty();
            }
        }
        try (Case open = Case.open(kept, UNLOCKED)) {
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }

    @Test
    void aShortPassphraseIsRefusedAndNothingIsSealed() throws Exception {
        try (Case open = Case.open(kept, settings(() -> Optional.of("short".toCharArray())))) {
            assertThatThrownBy(() -> open.sealing().seal(ReadListener.silent()))
                    .hasMessageContaining("has 5 characters (at least 12");
            assertThat(open.sealing().isSealed()).isFalse();
        }
    }

    @Test
    void thePassphraseCanBeChangedWithoutSealingAnew() throws Exception {
        seal();
        try (Case open = Case.open(kept, UNLOCKED)) {
            open.sealing().change("four other words".toCharArray());
        }
        try (Case open = Case.open(kept, UNLOCKED)) {
            assertThatThrownBy(() -> open.sealing().unlock()).hasMessageContaining("the passphrase is wrong");
        }
        try (Case open = Case.open(kept, WRONG)) {
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }

    @Test
    void aChangedCutOrExchangedOriginalIsNamed() throws Exception {
        seal();
        Path one = sealedFile("goes.txt");
        Path other = sealedFile("stays.txt");
        byte[] whole = Files.readAllBytes(one);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        for (byte[] bytes : List.of(
                flipped,
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, 19),
                new byte[0],
                Files.readAllBytes(other))) {
            replace(one, bytes);
            try (Case open = Case.open(kept, UNLOCKED)) {
                assertThat(open.verify(ReadListener.silent()).faults())
                        .as(bytes.length + " bytes in the place of " + whole.length)
                        .anyMatch(fault -> fault.startsWith("Cannot read original " + one.toAbsolutePath()));
            }
        }
    }

    /** With its key, so that the bytes would open. */
    @Test
    void anOriginalThatWasExchangedTogetherWithItsKeyIsNotTakenForTheOther() throws Exception {
        seal();
        Path one = sealedFile("goes.txt");
        Path other = sealedFile("stays.txt");
        replace(one, Files.readAllBytes(other));
        replace(keyOf(one), Files.readAllBytes(keyOf(other)));
        try (Case open = Case.open(kept, UNLOCKED)) {
            assertThatThrownBy(() -> open.original(item(open, "goes.txt")).readAllBytes())
                    .hasMessageContaining("is damaged or another original's");
        }
    }

    private Path keyOf(Path sealed) {
        String digest = open(sealed).getFileName().toString();
        return kept.resolve("keys").resolve(digest.substring(0, 2)).resolve(digest);
    }

    @Test
    void erasingOverwritesTheKeyWhereItLies() throws Exception {
        seal();
        Path alias = folder.resolve("alias");
        Files.createLink(alias, keyOf(sealedFile("goes.txt")));
        assertThat(Files.readAllBytes(alias)).hasSize(60);
        try (Case open = Case.open(kept, UNLOCKED)) {
            open.erasing().erase(item(open, "goes.txt").id(), "asked to", ReadListener.silent());
        }
        assertThat(Files.readAllBytes(alias)).isEqualTo(new byte[60]);
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.write(file, bytes);
    }

    @Test
    void whatWasKilledWhileItWasSealedIsSealedByTheNext() throws Exception {
        seal();
        // As if the process had ended before the open bytes were deleted, and another one before the sealed were there.
        Path goes = sealedFile("goes.txt");
        Path stays = sealedFile("stays.txt");
        Files.copy(files.resolve("goes.txt"), open(goes));
        Files.move(stays, folder.resolve("lost"), StandardCopyOption.ATOMIC_MOVE);
        Files.copy(files.resolve("stays.txt"), open(stays));
        try (Case open = Case.open(kept, UNLOCKED)) {
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            assertThat(open.sealing().seal(ReadListener.silent())).isEqualTo(2);
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
        assertThat(filesWith(kept.resolve("originals"), "警侨")).isEmpty();
    }

    private static Path open(Path sealed) {
        return sealed.resolveSibling(sealed.getFileName().toString().replace(".sealed", ""));
    }

    @Test
    void erasingDestroysTheKeySoThatAnOldBackupOpensNoMore() throws Exception {
        seal();
        Path old = folder.resolve("old.backup");
        Path now = folder.resolve("now.backup");
        try (Case open = Case.open(kept, UNLOCKED)) {
            String theirs = open.view().statements().values().stream()
                    .filter(statement -> statement.file().equals("goes.txt"))
                    .findFirst()
                    .orElseThrow()
                    .id()
                    .value();
            open.decide(Action.ACCEPT, theirs, Map.of(), RARE + " says so");
            open.backup(old, ReadListener.silent());
            open.erasing().erase(item(open, "goes.txt").id(), "asked to", ReadListener.silent());
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            open.backup(now, ReadListener.silent());
        }
        assertThat(filesWith(kept, RARE)).isEmpty();
        try (Stream<Path> walk = Files.walk(kept.resolve("keys"))) {
            assertThat(walk.filter(Files::isRegularFile)).hasSize(2);
        }
        Files.delete(folder.resolve("old.backup.keys"));

        assertThatThrownBy(() -> CaseRestore.run(old, folder.resolve("x.case"), UNLOCKED, ReadListener.silent()))
                .hasMessageContaining("their keys")
                .hasMessageContaining("are not there");
        Path restored = folder.resolve("b.case");
        int erased = CaseRestore.run(
                new CaseRestore.Source(old, Optional.of(folder.resolve("now.backup.keys")), Optional.empty()),
                restored,
                UNLOCKED,
                ReadListener.silent());

        assertThat(erased).isEqualTo(1);
        assertThat(filesWith(restored, RARE)).isEmpty();
        try (Case open = Case.open(restored, UNLOCKED)) {
            assertThat(open.view().documents()).hasSize(1);
            assertThat(open.view().statements()).isNotEmpty();
            assertThat(open.view().decisions())
                    .singleElement()
                    .satisfies(each -> assertThat(each.isErased()).isTrue());
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            assertThat(open.verify(ReadListener.silent()).erased()).hasSize(1);
        }
    }

    /** It has another key since, under which its older sealed bytes do not open. */
    @Test
    void whatWasErasedAndTakenInAgainIsInTheNewBackupAndErasedInTheOld() throws Exception {
        seal();
        Path old = folder.resolve("old.backup");
        Path now = folder.resolve("now.backup");
        try (Case open = Case.open(kept, UNLOCKED)) {
            open.backup(old, ReadListener.silent());
            open.erasing().erase(item(open, "goes.txt").id(), "asked to", ReadListener.silent());
            assertThat(open.readAgain(List.of(files), ReadListener.silent()).documents())
                    .isEqualTo(1);
            open.backup(now, ReadListener.silent());
        }
        Path keys = folder.resolve("now.backup.keys");
        assertThat(restored(now, keys, Optional.empty())).containsExactlyInAnyOrder("stays.txt", "goes.txt");
        assertThat(restored(old, keys, Optional.empty())).containsExactly("stays.txt");
        assertThat(restored(old, keys, Optional.of(kept))).containsExactly("stays.txt");
        Path own = folder.resolve("old.backup.keys");
        assertThat(restored(old, own, Optional.of(kept)))
                .as("with its own keys it opens")
                .containsExactlyInAnyOrder("stays.txt", "goes.txt");
    }

    /** The files of a case that is restored, whole. */
    private List<String> restored(Path backup, Path keys, Optional<Path> erasures) throws Exception {
        Path to = Files.createTempDirectory(folder, "restored");
        CaseRestore.run(
                new CaseRestore.Source(backup, Optional.of(keys), erasures), to, UNLOCKED, ReadListener.silent());
        try (Case open = Case.open(to, UNLOCKED)) {
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            return open.evidence().items().stream().map(Item::name).toList();
        }
    }

    @Test
    void whatAKilledProcessLeftOfAKeyIsNoFaultAndClearedAway() throws Exception {
        seal();
        Path key = kept.resolve("keys/00/left.new");
        Files.createDirectories(key.getParent());
        Files.writeString(key, "half a key");
        Path backup = folder.resolve("a.backup");
        try (Case open = Case.open(kept, UNLOCKED)) {
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
            open.backup(backup, ReadListener.silent());
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
        assertThat(key).doesNotExist();
        try (var zip = new ZipFile(folder.resolve("a.backup.keys").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).noneMatch(name -> name.endsWith(".new"));
        }
    }

    @Test
    void aBackupOfASealedCaseHasNoTextAndIsReadAgain() throws Exception {
        seal();
        Path backup = folder.resolve("a.backup");
        List<Object> before;
        try (Case open = Case.open(kept, UNLOCKED)) {
            before = List.copyOf(open.view().statements().values());
            open.backup(backup, ReadListener.silent());
        }
        Path restored = folder.resolve("b.case");
        CaseRestore.run(backup, restored, UNLOCKED, ReadListener.silent());
        try (Case open = Case.open(restored, UNLOCKED)) {
            assertThat(List.<Object>copyOf(open.view().statements().values())).isEqualTo(before);
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        try (var zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = unpacked.resolve(entry.getName());
                Files.createDirectories(path.getParent());
                Files.copy(zip, path);
            }
        }
        assertThat(filesWith(unpacked, "警侨")).isEmpty();
        assertThat(unpacked.resolve("keys")).doesNotExist();
    }

    /** The document in which somebody redacted them is gone; another one has them. */
    @Test
    void wordsThatWereRedactedInWhatIsErasedStayCoveredInARestoredCase() throws Exception {
        seal();
        Path backup = folder.resolve("a.backup");
        String words = "人权组织“保护卫士”";
        try (Case open = Case.open(kept, UNLOCKED)) {
            CaseView view = open.view();
            DocumentId goes = view.documents().stream()
                    .filter(id -> view.file(id).orElseThrow().equals("goes.txt"))
                    .findFirst()
                    .orElseThrow();
            Map<String, String> place = Redacting.changes(open.redacting().place(goes, words));
            open.decide(Action.REDACT, goes.value(), place, "");
            open.erasing().erase(item(open, "goes.txt").id(), "asked to", ReadListener.silent());
            assertThat(text(open)).contains("██").doesNotContain("保护卫士");
            open.backup(backup, ReadListener.silent());
        }
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        try (var zip = new ZipFile(backup.toFile());
                InputStream store = zip.getInputStream(zip.getEntry("case.db"))) {
            Files.copy(store, unpacked.resolve("case.db"));
        }
        assertThat(filesWith(unpacked, "保护卫士")).isEmpty();
        Path restored = folder.resolve("b.case");
        CaseRestore.run(backup, restored, UNLOCKED, ReadListener.silent());
        try (Case open = Case.open(restored, UNLOCKED)) {
            assertThat(text(open)).contains("██").doesNotContain("保护卫士");
            assertThat(open.search("保护卫士", 10)).isEmpty();
            assertThat(open.verify(ReadListener.silent()).faults()).isEmpty();
        }
    }

    private static String text(Case open) throws CaseException {
        CaseView view = open.view();
        return view.documents().stream()
                .map(id -> view.document(id).orElseThrow().text())
                .reduce("", String::concat);
    }

    @Test
    void aBackupOfACaseThatWasSealedEmptyAsksForItsKeys() throws Exception {
        Path empty = folder.resolve("empty.case");
        Path backup = folder.resolve("empty.backup");
        try (Case open = Case.openOrCreate(empty, UNLOCKED)) {
            open.read(List.of(), ReadListener.silent());
            open.sealing().seal(ReadListener.silent());
            open.backup(backup, ReadListener.silent());
        }
        Path keys = folder.resolve("empty.backup.keys");
        Path elsewhere = Files.move(keys, folder.resolve("elsewhere.keys"));
        Path restored = folder.resolve("b.case");
        assertThatThrownBy(() -> CaseRestore.run(backup, restored, UNLOCKED, ReadListener.silent()))
                .hasMessageContaining("their keys");
        CaseRestore.run(
                new CaseRestore.Source(backup, Optional.of(elsewhere), Optional.empty()),
                restored,
                UNLOCKED,
                ReadListener.silent());
        try (Case open = Case.open(restored, UNLOCKED)) {
            assertThat(open.sealing().isSealed()).isTrue();
        }
        assertThat(restored.resolve("SEALED")).doesNotExist();
    }

    @Test
    void aCaseOfWhichOnlyTheLogSaysThatItIsSealedIsRestoredOpen() throws Exception {
        Path backup = folder.resolve("a.backup");
        try (Case open = Case.open(kept, UNLOCKED)) {
            // As one that was killed before it had a key.
            open.evidence().record(CustodyEvent.of("seal", "originals"));
            open.backup(backup, ReadListener.silent());
        }
        Path restored = folder.resolve("b.case");
        CaseRestore.run(backup, restored, LOCKED, ReadListener.silent());
        try (Case open = Case.open(restored, LOCKED)) {
            assertThat(open.sealing().isSealed()).isFalse();
            assertThat(open.view().documents()).hasSize(2);
        }
    }
}
