package io.lifeboat.qdrant.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"k3y,k3y", "k3y\\n,k3y", "k3y\\r\\n,k3y", "two words,two words"})
    void shouldReadAFileWithoutOneTrailingNewline(String content, String secret) throws Exception {
        Path file = write(content.replace("\\r", "\r").replace("\\n", "\n"));

        assertThat(SecretReference.parse("file:" + file).resolve()).isEqualTo(secret);
    }

    @Test
    void shouldSeeARotatedSecret() throws Exception {
        Path file = write("old");
        SecretReference reference = SecretReference.parse("file:" + file);
        assertThat(reference.resolve()).isEqualTo("old");

        Files.writeString(file, "new");

        assertThat(reference.resolve()).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  ", "k3y\n\n", "k3y\nx: y", "k\u00e9y"})
    void shouldRefuseWhatNoHeaderMayCarryWithoutShowingIt(String content) throws Exception {
        SecretReference reference = SecretReference.parse("file:" + write(content));

        assertThatThrownBy(reference::resolve)
                .isInstanceOf(SecretUnavailable.class)
                .hasMessageContaining(reference.toString())
                .hasMessageNotContaining("k3y")
                .hasNoCause();
    }

    @Test
    void shouldNameTheReferenceWhenThereIsNoFile() {
        SecretReference reference = SecretReference.parse("file:" + folder.resolve("none"));

        assertThatThrownBy(reference::resolve)
                .isInstanceOf(SecretUnavailable.class)
                .hasMessage("secret " + reference + " is not available: the file cannot be read (NoSuchFileException)");
    }

    @Test
    void shouldNotReadAFileWithoutEnd() throws Exception {
        SecretReference reference = SecretReference.parse("file:" + write("x".repeat(64 * 1024 + 1)));

        assertThatThrownBy(reference::resolve).hasMessageContaining("larger than 64 KiB");
    }

    @Test
    void shouldReadTheEnvironment() {
        SecretReference.Env reference = new SecretReference.Env("QDRANT_KEY");

        assertThat(reference.resolve(Map.of("QDRANT_KEY", "k3y"))).isEqualTo("k3y");
        assertThatThrownBy(() -> reference.resolve(Map.of("OTHER", "k3y")))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessage("secret env:QDRANT_KEY is not available: the variable is not set");
    }

    @Test
    void shouldNotRepeatWhatMayBeTheSecretItself() {
        assertThatThrownBy(() -> SecretReference.parse("s3cret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env:", "env:1A", "env:A-B", "file:relative", "file:"})
    void shouldRefuseMalformedReferences(String text) {
        assertThatThrownBy(() -> SecretReference.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private Path write(String content) throws Exception {
        return Files.writeString(folder.resolve("secret"), content);
    }
}
