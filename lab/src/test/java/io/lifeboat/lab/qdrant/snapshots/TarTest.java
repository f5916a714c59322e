package io.lifeboat.lab.qdrant.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.segment.FileImage;
import java.io.ByteArrayOutputStream;
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
        unpack(tar(tar -> tar.file("a/b.txt", "hello").file("empty", "")));

        assertThat(directory.resolve("out/a/b.txt")).hasContent("hello");
        assertThat(directory.resolve("out/empty")).isEmptyFile();
    }

    @Test
    void shouldRefuseAPathThatLeadsOut() throws IOException {
        byte[] tar = tar(out -> out.file("../evil", "x"));

        assertThatThrownBy(() -> unpack(tar)).isInstanceOf(QdrantError.class).hasMessageContaining("Forbidden entry");
        assertThat(Files.exists(directory.resolve("evil"))).isFalse();
    }

    @Test
    void shouldRefuseALink() throws IOException {
        byte[] tar = tar(out -> out.file("link", ""));
        tar[156] = '2';
        byte[] sum =
                String.format("%06o\0 ", TarWriter.checksum(tar)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(sum, 0, tar, 148, sum.length);

        assertThatThrownBy(() -> unpack(tar)).isInstanceOf(QdrantError.class).hasMessageContaining("Forbidden entry");
    }

    @Test
    void shouldAcceptACutBetweenEntriesAndRefuseOneInside() throws IOException {
        byte[] tar = tar(out -> out.file("one", "x".repeat(2000)));

        unpack(Arrays.copyOf(tar, tar.length - 1024));
        assertThat(directory.resolve("out/one")).hasSize(2000);

        assertThatThrownBy(() -> unpack(Arrays.copyOf(tar, 1200)))
                .isInstanceOf(QdrantError.class)
                .hasMessageContaining("failed to unpack");
    }

    @Test
    void shouldKeepAHoleAndALongPath() throws IOException {
        String path = "d/".repeat(60) + "file";

        byte[] tar = tar(out -> out.image("", new FileImage(path, new byte[] {1, 2, 3}, 1_000_000)));
        unpack(tar);

        assertThat(tar.length).isLessThan(10_000);
        byte[] unpacked = Files.readAllBytes(directory.resolve("out").resolve(path));
        assertThat(unpacked).hasSize(1_000_000).startsWith(1, 2, 3);
        assertThat(Arrays.equals(unpacked, 3, 1_000_000, new byte[999_997], 0, 999_997))
                .isTrue();
    }

    private interface Entries {
        void add(TarWriter tar) throws IOException;
    }

    private static byte[] tar(Entries entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TarWriter tar = new TarWriter(out);
        entries.add(tar);
        tar.finish();
        return out.toByteArray();
    }

    private void unpack(byte[] tar) throws IOException {
        Path file = Files.write(directory.resolve("some.tar"), tar);
        TarReader.unpack(file, directory.resolve("out"));
    }
}
