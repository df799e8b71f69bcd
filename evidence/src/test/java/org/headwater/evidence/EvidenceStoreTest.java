package org.headwater.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.headwater.evidence.Keeping.Presence;
import org.headwater.model.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceStoreTest {
    private static final Sha256 OF_ABC = new Sha256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    @TempDir
    Path folder;

    private EvidenceStore store;

    @BeforeEach
    void open() throws IOException {
        store = EvidenceStore.open(folder);
    }

    @Test
    void filesBytesUnderTheirDigest() throws IOException {
        assertThat(keep("abc")).isEqualTo(new Keeping.Kept(OF_ABC, 3, Presence.NEW));
        Path file = folder.resolve("originals/ba/" + OF_ABC);
        assertThat(store.file(OF_ABC)).isEqualTo(file);
        assertThat(file).hasContent("abc");
        assertThat(store.has(OF_ABC)).isTrue();
        try (InputStream in = store.open(OF_ABC)) {
            assertThat(in).hasContent("abc");
        }
    }

    @Test
    void keepsTheSameBytesOnce() throws IOException {
        keep("abc");
        assertThat(keep("abc")).isEqualTo(new Keeping.Kept(OF_ABC, 3, Presence.ALREADY_KEPT));
        assertThat(store.files()).hasSize(1);
    }

    /** Whoever comes second must not put another key in the place of the one that the bytes are sealed with. */
    @Test
    void sameBytesThatTwoPlaceAtOnceStaySealedWithOneKey() throws Exception {
        Keyring.make(folder, "a passphrase long enough".toCharArray());
        EvidenceStore sealed = store.unlockedBy(() -> Optional.of("a passphrase long enough".toCharArray()));
        try (Batch one = sealed.batch();
                Batch other = sealed.refusing(any -> Optional.empty()).batch()) {
            one.keep(new ByteArrayInputStream("abc".getBytes(UTF_8)), 100);
            other.keep(new ByteArrayInputStream("abc".getBytes(UTF_8)), 100);
            one.flush();
            byte[] key = sealed.keyring().key(OF_ABC);
            other.flush();
            assertThat(sealed.keyring().key(OF_ABC)).isEqualTo(key);
        }
        try (InputStream in = sealed.open(OF_ABC)) {
            assertThat(in).hasContent("abc");
        }
        assertThat(sealed.removeUnfinished()).isZero();
    }

    @Test
    void makesOriginalsReadOnly() throws IOException {
        keep("abc");
        assertThat(Files.getPosixFilePermissions(store.file(OF_ABC)).toString()).doesNotContain("WRITE");
    }

    @Test
    void refusesMoreThanTheBoundAndKeepsNothing() throws IOException {
        Keeping keeping = store.keep(new ByteArrayInputStream(new byte[11]), 10);
        assertThat(keeping)
                .isEqualTo(new Keeping.Refused("Cannot keep original: it has more than 10 bytes (the bound)"));
        assertThat(store.files()).isEmpty();
        assertThat(store.removeUnfinished()).isZero();
    }

    @Test
    void tellsAnUnreadableSourceFromAFailingStore() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        assertThat(store.keep(broken, 10)).isInstanceOf(Keeping.Unreadable.class);
        Files.delete(folder.resolve("unfinished"));
        assertThat(keep("abc")).isInstanceOf(Keeping.Failed.class);
        assertThat(store.files()).isEmpty();
    }

    @Test
    void removesWhatAKilledProcessLeft() throws IOException {
        Files.writeString(folder.resolve("unfinished/1-1.part"), "half");
        assertThat(store.removeUnfinished()).isEqualTo(1);
        try (Stream<Path> left = Files.list(folder.resolve("unfinished"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void keepsOneFileWhenManyThreadsBringTheSameBytes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Keeping> task = () -> keep("abc");
            for (var result : threads.invokeAll(java.util.Collections.nCopies(40, task))) {
                assertThat(result.get().kept()).isPresent();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(store.files()).hasSize(1);
    }

    @Test
    void keepsABatchWithOneFlush() throws IOException {
        keep("abc");
        try (Batch batch = store.batch()) {
            Sha256 one = take(batch, "one").sha256();
            assertThat(take(batch, "one").presence()).isEqualTo(Presence.ALREADY_KEPT);
            assertThat(take(batch, "abc").presence()).isEqualTo(Presence.ALREADY_KEPT);
            take(batch, "two");
            assertThat(batch.pending()).isEqualTo(2);
            assertThat(batch.original(one).plainFile().orElseThrow()).hasContent("one");
            assertThat(store.has(one)).isFalse();
            batch.flush();
            assertThat(batch.pending()).isZero();
            assertThat(batch.original(one).plainFile().orElseThrow())
                    .isEqualTo(store.file(one))
                    .hasContent("one");
        }
        assertThat(store.files()).hasSize(3);
    }

    @Test
    void throwsAwayWhatABatchDidNotFlush() throws IOException {
        try (Batch batch = store.batch()) {
            take(batch, "one");
        }
        assertThat(store.files()).isEmpty();
        assertThat(store.removeUnfinished()).isZero();
    }

    private static Keeping.Kept take(Batch batch, String text) {
        return batch.keep(new ByteArrayInputStream(text.getBytes(UTF_8)), 1000)
                .kept()
                .orElseThrow();
    }

    private Keeping keep(String text) {
        return store.keep(new ByteArrayInputStream(text.getBytes(UTF_8)), 1000);
    }
}
