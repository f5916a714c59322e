package io.lifeboat.lab.qdrant.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats inside a snapshot, against themselves and against a real file. */
class FormatsTest {
    @TempDir
    private Path directory;

    @Test
    void shouldFollowTheChainOfARealLog() throws IOException {
        Path wal = Files.createDirectories(directory.resolve("wal"));
        try (InputStream file = FormatsTest.class.getResourceAsStream("/contract/files/small.snapshot");
                TarArchiveInputStream tar = new TarArchiveInputStream(file)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals("0/wal/open-1")) {
                    Files.copy(tar, wal.resolve("open-1"));
                }
            }
        }

        List<byte[]> entries = Wal.read(wal);

        assertThat(entries).hasSize(7);
        assertThat(new String(entries.get(1), StandardCharsets.ISO_8859_1)).contains("Berlin");
    }

    @Test
    void shouldEndALogAtItsFirstDamagedEntry() throws IOException {
        List<byte[]> entries = List.of(bytes("first"), bytes("second"), bytes("third"));
        FileImage image = Wal.image("wal/open-1", 7, entries);
        image.writeBelow(directory);
        assertThat(Wal.read(directory.resolve("wal"))).containsExactlyElementsOf(entries);

        image.head()[8 + 24 + 10] ^= 1;
        image.writeBelow(directory);

        assertThat(Wal.read(directory.resolve("wal"))).containsExactly(bytes("first"));
    }

    @Test
    void shouldKeepTheNewestEntriesWhenALogHasNoRoomForAll() throws IOException {
        List<byte[]> entries = List.of(new byte[20_000_000], new byte[20_000_000], bytes("newest"));

        Wal.image("wal/open-1", 7, entries).writeBelow(directory);

        assertThat(Wal.read(directory.resolve("wal"))).containsExactly(entries.get(1), entries.get(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 14, 15, 16, 269, 270, 271, 5000})
    void shouldReadWhatItCompressed(int length) {
        byte[] content = bytes("x".repeat(length));

        assertThat(Lz4.decompress(Lz4.compress(content))).isEqualTo(content);
    }

    @Test
    void shouldFollowTheMatchesOfABlock() {
        byte[] block = {10, 0, 0, 0, 0x24, 'a', 'b', 2, 0, 0};

        assertThat(Lz4.decompress(block)).isEqualTo(bytes("ababababab"));
        assertThatThrownBy(() -> Lz4.decompress(new byte[] {9, 0, 0, 0, 0x70}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("malformed");
    }

    @Test
    void shouldSpreadValuesOverPagesAndFindThemAgain() throws IOException {
        List<byte[]> values = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            values.add(new byte[10_000_000]);
            values.get(i)[0] = (byte) i;
        }
        values.add(2, new byte[0]);

        for (FileImage image : Gridstore.images("store", values)) {
            image.writeBelow(directory);
        }

        assertThat(directory.resolve("store/page_1.dat")).exists();
        assertThat(Gridstore.read(directory.resolve("store"), values.size())).containsExactlyElementsOf(values);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
