package org.headwater.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.headwater.evidence.SealedChunks.Place;
import org.junit.jupiter.api.Test;

/** What is sealed shows by itself that it is whole, before anybody compares its digest. */
class SealedChunksTest {
    private static final byte[] KEY = new byte[32];
    private static final int HEADER = SealedChunks.header().length;
    private static final int CHUNK = SealedChunks.PLAIN_BYTES + SealedChunks.TAG_BYTES;

    private final byte[] plain = new byte[2 * SealedChunks.PLAIN_BYTES + 5];

    private byte[] sealed() throws IOException {
        SealedChunks chunks = new SealedChunks(KEY);
        ByteBuffer sealed = ByteBuffer.allocate(HEADER + plain.length + 3 * SealedChunks.TAG_BYTES)
                .put(SealedChunks.header());
        for (int at = 0; at < plain.length; at += SealedChunks.PLAIN_BYTES) {
            byte[] some = Arrays.copyOfRange(plain, at, Math.min(plain.length, at + SealedChunks.PLAIN_BYTES));
            sealed.put(chunks.seal(some, some.length, some.length == 5 ? Place.LAST : Place.INSIDE));
        }
        return sealed.array();
    }

    private static byte[] opened(byte[] sealed) throws IOException {
        try (InputStream in = new SealedInput(new ByteArrayInputStream(sealed), KEY)) {
            return in.readAllBytes();
        }
    }

    @Test
    void whatIsWholeOpens() throws IOException {
        assertThat(opened(sealed())).isEqualTo(plain);
    }

    @Test
    void partsThatWereCutOffTheEndAreMissed() throws IOException {
        for (int parts = 1; parts <= 2; parts++) {
            byte[] cut = Arrays.copyOf(sealed(), HEADER + parts * CHUNK);
            assertThatThrownBy(() -> opened(cut))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("or cut, in part");
        }
    }

    @Test
    void partsThatChangedPlacesAreNamed() throws IOException {
        byte[] sealed = sealed();
        byte[] moved = sealed.clone();
        System.arraycopy(sealed, HEADER, moved, HEADER + CHUNK, CHUNK);
        System.arraycopy(sealed, HEADER + CHUNK, moved, HEADER, CHUNK);
        assertThatThrownBy(() -> opened(moved)).isInstanceOf(IOException.class).hasMessageContaining("or cut, in part");
    }
}
