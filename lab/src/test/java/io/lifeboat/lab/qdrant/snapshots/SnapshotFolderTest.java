package io.lifeboat.lab.qdrant.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.lab.qdrant.http.QdrantError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFolderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private SnapshotFolder folder;

    @BeforeEach
    void open() throws IOException {
        folder = new SnapshotFolder(directory.resolve("snapshots"), CLOCK);
    }

    @Test
    void shouldNameByTheSecondAndReplaceAnotherOfTheSameSecond() throws IOException {
        folder.add("shop", "shop-7", out -> out.write(bytes("first")));
        Path second = folder.add("shop", "shop-7", out -> out.write(bytes("second")));

        assertThat(second.getFileName()).hasToString("shop-7-2026-01-02-03-04-05.snapshot");
        assertThat(folder.list("shop")).hasSize(1);
        assertThat(folder.list("shop").get(0).path("checksum").asText())
                .isEqualTo(Checksum.of(Files.write(directory.resolve("same"), bytes("second")))
                        .hex());
    }

    @Test
    void shouldKeepAnUploadInsideTheFolderWhateverItsName() throws IOException {
        Path saved =
                folder.addUploaded("shop", "../../evil.snapshot", Files.write(directory.resolve("upload"), bytes("x")));

        assertThat(saved).isEqualTo(directory.resolve("snapshots/shop/evil.snapshot"));
        assertThat(Files.exists(directory.resolve("evil.snapshot"))).isFalse();
    }

    @Test
    void shouldNotFindWhatLiesOutside() throws IOException {
        Files.write(directory.resolve("secret.snapshot"), bytes("x"));

        assertThatThrownBy(() -> folder.find("shop", "../../secret.snapshot"))
                .isInstanceOf(QdrantError.class)
                .hasMessage("Not found: Snapshot ../../secret.snapshot not found");
    }

    @Test
    void shouldDeleteTheChecksumWithTheFile() throws IOException {
        Path file = folder.add("shop", "shop-7", out -> out.write(bytes("first")));

        folder.delete("shop", file.getFileName().toString());

        try (var left = Files.list(file.getParent())) {
            assertThat(left).isEmpty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
