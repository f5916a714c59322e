package io.lifeboat.backup.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final SealKey KEY = SealKey.parse("ab".repeat(32));
    private static final int CHUNKS = 3;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_001})
    void shouldOpenToTheSameBytesWhenReadFromAnyOffset(int size) throws Exception {
        byte[] content = content(size);
        byte[] sealed = seal(content);

        for (int from : new int[] {0, size / 3, Math.max(0, size - 1), size}) {
            assertThat(open(sealed, KEY, from)).as("from %d", from).isEqualTo(Arrays.copyOfRange(content, from, size));
        }
    }

    @Test
    void shouldNotOpenWhenTheKeyIsAnother() throws Exception {
        byte[] sealed = seal(content(100));

        assertThatThrownBy(() -> open(sealed, SealKey.parse("cd".repeat(32)), 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("wrong key");
    }

    @Test
    void shouldNotOpenWhenItIsCutAtAnyChunk() throws Exception {
        byte[] sealed = seal(content(CHUNKS * Chunks.CONTENT));

        for (int chunks = 0; chunks < CHUNKS; chunks++) {
            byte[] cut = Arrays.copyOf(sealed, Chunks.HEADER + chunks * Chunks.SEALED);
            assertThatThrownBy(() -> open(cut, KEY, 0))
                    .as("after %d chunks", chunks)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void shouldNotOpenWhenChunksAreExchanged() throws Exception {
        byte[] sealed = seal(content(CHUNKS * Chunks.CONTENT));
        byte[] exchanged = sealed.clone();
        System.arraycopy(sealed, Chunks.HEADER, exchanged, Chunks.HEADER + Chunks.SEALED, Chunks.SEALED);
        System.arraycopy(sealed, Chunks.HEADER + Chunks.SEALED, exchanged, Chunks.HEADER, Chunks.SEALED);

        assertThatThrownBy(() -> open(exchanged, KEY, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at 24: expected chunk 0");
    }

    @Test
    void shouldNotOpenWhenAChunkOfAnotherFileIsPutIn() throws Exception {
        byte[] one = seal(content(CHUNKS * Chunks.CONTENT));
        byte[] other = seal(content(CHUNKS * Chunks.CONTENT));
        System.arraycopy(other, Chunks.HEADER, one, Chunks.HEADER, Chunks.SEALED);

        assertThatThrownBy(() -> open(one, KEY, 0)).isInstanceOf(IOException.class);
    }

    @Test
    void shouldNotOpenWhenABitIsFlipped() throws Exception {
        byte[] sealed = seal(content(10));

        for (int at = 0; at < sealed.length; at++) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 4;
            assertThatThrownBy(() -> open(flipped, KEY, 0)).as("byte %d", at).isInstanceOf(IOException.class);
        }
    }

    @Test
    void shouldNotOpenWhenSomethingIsAppended() throws Exception {
        byte[] sealed = seal(content(10));

        assertThatThrownBy(() -> open(Arrays.copyOf(sealed, sealed.length + 1), KEY, 0))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldNotRepeatAKeyThatIsNone() {
        assertThatThrownBy(() -> SealKey.parse("hunter2")).hasMessageNotContaining("hunter2");
        assertThat(KEY.toString()).doesNotContain("ab");
    }

    private static byte[] content(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] seal(byte[] content) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (SealingStream stream = new SealingStream(kept, KEY)) {
            stream.write(content, 0, content.length / 2);
            stream.write(content, content.length / 2, content.length - content.length / 2);
            stream.finish();
        }
        return kept.toByteArray();
    }

    private static byte[] open(byte[] sealed, SealKey key, long from) throws IOException {
        try (InputStream in = UnsealingStream.open(
                at -> new ByteArrayInputStream(sealed, (int) at, sealed.length - (int) at), key, from)) {
            return in.readAllBytes();
        }
    }
}
