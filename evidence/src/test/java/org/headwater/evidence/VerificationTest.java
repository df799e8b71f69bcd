package org.headwater.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.headwater.model.ContentHash;
import org.headwater.model.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    private static Path template;

    @TempDir
    Path folder;

    @Test
    void findsNothingWrongWithAWholeCase() throws IOException {
        Sample sample = Sample.in(folder);
        List<String> told = new ArrayList<>();
        Verification.Result result =
                Verification.of(sample.store, sample.log).run((bytes, of) -> told.add(bytes + "/" + of));
        assertThat(result.isWhole()).isTrue();
        assertThat(result.counts()).isEqualTo(new Verification.Counts(3, 16, 4, 4, 0));
        assertThat(result.key().orElseThrow().id())
                .isEqualTo(CustodyLogTest.KEY.verifying().id());
        assertThat(result.head().sequence()).isEqualTo(4);
        assertThat(told).hasSize(3).last().isEqualTo("16/16");
    }

    @Test
    void findsMissingChangedAndUnrecordedFiles() throws IOException {
        Sample sample = Sample.in(folder);
        Files.delete(sample.store.file(sample.originals.get(0)));
        sample.overwrite(sample.store.file(sample.originals.get(1)), "changed".getBytes(UTF_8));
        Sha256 smuggled = Sha256.of(ContentHash.sha256().digest("smuggled".getBytes(UTF_8)));
        Files.createDirectories(sample.store.file(smuggled).getParent());
        Files.writeString(sample.store.file(smuggled), "smuggled");
        assertThat(sample.verify().damage())
                .extracting(Damage::kind)
                .containsExactlyInAnyOrder(
                        Damage.Kind.MISSING_ORIGINAL, Damage.Kind.CHANGED_ORIGINAL, Damage.Kind.UNRECORDED_FILE);
    }

    @Test
    void doesNotMindAnOriginalWhoseProcessEndedBeforeItWasRecorded() throws IOException {
        Sample sample = Sample.in(folder);
        Keeping keeping = sample.store.keep(new ByteArrayInputStream("not yet recorded".getBytes(UTF_8)), 100);
        assertThat(sample.verify().damage()).isEmpty();

        sample.store.recorded(keeping.kept().orElseThrow().sha256());
        assertThat(sample.verify().damage()).extracting(Damage::kind).containsExactly(Damage.Kind.UNRECORDED_FILE);
    }

    @Test
    void findsAFileThatIsFiledUnderNoDigest() throws IOException {
        Sample sample = Sample.in(folder);
        Files.writeString(folder.resolve("originals/readme.txt"), "hello");
        assertThat(sample.verify().damage()).extracting(Damage::kind).containsExactly(Damage.Kind.CHANGED_ORIGINAL);
    }

    @BeforeContainer
    static void template() throws IOException {
        template = Files.createTempDirectory("headwater-template");
        Sample.in(template);
    }

    @AfterContainer
    static void removeTemplate() throws IOException {
        Sample.remove(template);
    }

    @Property(tries = 300)
    void findsAnyFlippedByte(
            @ForAll @IntRange(min = 0, max = 1_000_000) int where, @ForAll @IntRange(min = 1, max = 255) int flip)
            throws IOException {
        Path own = Files.createTempDirectory("headwater-flip");
        Sample sample = Sample.copied(own);
        List<Path> files = new ArrayList<>(sample.store.files());
        files.add(sample.log);
        files.add(sample.log);
        files.add(CustodyHead.file(sample.log));
        Path file = files.get(where % files.size());
        byte[] bytes = Files.readAllBytes(file);
        bytes[where % bytes.length] ^= (byte) flip;
        sample.overwrite(file, bytes);
        assertThat(sample.verify().isWhole()).isFalse();
        Sample.remove(own);
    }

    /** Nothing but the log's head is left to tell, so the head must. */
    @Property(tries = 200)
    void findsAnyCut(@ForAll @IntRange(min = 0, max = 1_000_000) int where) throws IOException {
        Path own = Files.createTempDirectory("headwater-cut");
        Sample sample = Sample.copied(own);
        byte[] bytes = Files.readAllBytes(sample.log);
        sample.overwrite(sample.log, Arrays.copyOf(bytes, where % bytes.length));
        assertThat(sample.verify().damage()).extracting(Damage::kind).contains(Damage.Kind.CUT_LOG);
        Sample.remove(own);
    }

    /** A small case: three originals, four entries. */
    private static final class Sample {
        final EvidenceStore store;
        final Path log;
        final List<Sha256> originals = new ArrayList<>();

        private Sample(EvidenceStore store, Path log) {
            this.store = store;
            this.log = log;
        }

        static Sample in(Path folder) throws IOException {
            Sample sample = new Sample(EvidenceStore.open(folder), folder.resolve("custody.jsonl"));
            try (CustodyLog log = CustodyLog.open(sample.log, CustodyLogTest.by("ana"))) {
                log.append(CustodyEvent.of("open", "case"));
                for (String text : List.of("first", "second", "third")) {
                    Sha256 sha256 = sample.store
                            .keep(new ByteArrayInputStream(text.getBytes(UTF_8)), 100)
                            .kept()
                            .orElseThrow()
                            .sha256();
                    sample.originals.add(sha256);
                    log.append(CustodyEvent.of("intake", text).withOriginal(sha256));
                }
            }
            return sample;
        }

        /** The sample of the template, copied without waiting for the disk. */
        static Sample copied(Path folder) throws IOException {
            try (var files = Files.walk(template)) {
                for (Path file : files.toList()) {
                    Path copy = folder.resolve(template.relativize(file).toString());
                    if (!Files.isDirectory(copy)) {
                        Files.copy(file, copy);
                    }
                }
            }
            return new Sample(EvidenceStore.open(folder), folder.resolve("custody.jsonl"));
        }

        void overwrite(Path file, byte[] bytes) throws IOException {
            Files.delete(file);
            Files.write(file, bytes);
        }

        Verification.Result verify() throws IOException {
            return Verification.of(store, log).run(Verification.Progress.none());
        }

        static void remove(Path folder) throws IOException {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
