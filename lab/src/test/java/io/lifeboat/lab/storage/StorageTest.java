package io.lifeboat.lab.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {

    @TempDir
    private Path directory;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void shouldReplaceTheContentAsAWhole() throws IOException {
        Path path = directory.resolve("value");
        DurableFile file = new DurableFile(path);
        file.write(bytes("a long first value"));

        file.write(bytes("second"));

        assertThat(file.read()).hasValue(bytes("second"));
        assertThat(directory.toFile().list()).containsExactly("value");
    }

    @Test
    void shouldWriteThoughAnUnfinishedWriteWasLeftBehind() throws IOException {
        Files.writeString(directory.resolve("value.new"), "half");
        DurableFile file = new DurableFile(directory.resolve("value"));

        file.write(bytes("whole"));

        assertThat(file.read()).hasValue(bytes("whole"));
    }

    @Test
    void shouldHideASecretFromOthersFromTheFirstMoment() throws IOException {
        DurableFile.secret(directory.resolve("token")).write(bytes("x"));

        assertThat(Files.getPosixFilePermissions(directory.resolve("token"))).hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void shouldRefuseAPathWithoutADirectory() {
        assertThatThrownBy(() -> new DurableFile(Path.of("value"))).hasMessageContaining("path: expected");
    }

    @Test
    void shouldFindTheWholeLinesAndDropTheOneCutShort() throws IOException {
        Path path = directory.resolve("lines");
        Files.writeString(path, "one\ntwo\nthr");

        try (LineLog log = LineLog.open(path)) {
            assertThat(log.found()).containsExactly("one", "two");
            log.append("three");
        }

        assertThat(Files.readString(path)).isEqualTo("one\ntwo\nthree\n");
    }

    @Test
    void shouldRefuseALineThatIsTwo() throws IOException {
        try (LineLog log = LineLog.open(directory.resolve("lines"))) {
            assertThatThrownBy(() -> log.append("a\nb")).hasMessageContaining("line: expected one line");
        }
    }
}
