package io.lifeboat.lab.qdrant.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.lab.qdrant.http.QdrantError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
    @TempDir
    private Path directory;

    @Test
    void shouldUnpackWhatWasPacked() throws IOException {
        unpack(new TarWriter().file("a/b.txt", "hello").file("empty", "").finish());

        assertThat(directory.resolve("out/a/b.txt")).hasContent("hello");
        assertThat(directory.resolve("out/empty")).isEmptyFile();
    }

    @Test
    void shouldRefuseAPathThatLeadsOut() {
        byte[] tar = new TarWriter().file("../evil", "x").finish();

        assertThatThrownBy(() -> unpack(tar)).isInstanceOf(QdrantError.class).hasMessageContaining("Forbidden entry");
        assertThat(Files.exists(directory.resolve("evil"))).isFalse();
    }

    @Test
    void shouldRefuseALink() {
        byte[] tar = new TarWriter().file("link", "").finish();
        tar[156] = '2';
        byte[] sum =
                String.format("%06o\0 ", TarWriter.checksum(tar)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(sum, 0, tar, 148, sum.length);

        assertThatThrownBy(() -> unpack(tar)).isInstanceOf(QdrantError.class).hasMessageContaining("Forbidden entry");
    }

    @Test
    void shouldAcceptACutBetweenEntriesAndRefuseOneInside() throws IOException {
        byte[] tar = new TarWriter().file("one", "x".repeat(2000)).finish();

        unpack(Arrays.copyOf(tar, tar.length - 1024));
        assertThat(directory.resolve("out/one")).hasSize(2000);

        assertThatThrownBy(() -> unpack(Arrays.copyOf(tar, 1200)))
                .isInstanceOf(QdrantError.class)
                .hasMessageContaining("failed to unpack");
    }

    private void unpack(byte[] tar) throws IOException {
        Path file = Files.write(directory.resolve("some.tar"), tar);
        TarReader.unpack(file, directory.resolve("out"));
    }
}
