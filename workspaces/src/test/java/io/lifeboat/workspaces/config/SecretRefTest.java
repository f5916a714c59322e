package io.lifeboat.workspaces.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRefTest {
    @TempDir
    private Path folder;

    @Test
    void shouldReadTheVariableWhenItIsSet() {
        SecretRef reference = SecretRef.parse("env:KEY", folder);

        assertThat(reference.resolve(Map.of("KEY", " hunter2\n"))).isEqualTo("hunter2");
        assertThat(reference).hasToString("env:KEY");
    }

    @Test
    void shouldReadTheFileBesideTheConfigurationWhenThePathIsRelative() throws IOException {
        Files.writeString(folder.resolve("key.txt"), "hunter2\n");
        SecretRef reference = SecretRef.parse("file:key.txt", folder);

        assertThat(reference.resolve()).isEqualTo("hunter2");
        assertThat(reference).hasToString("file:key.txt");
    }

    @Test
    void shouldSeeARotatedSecretWhenItIsResolvedAgain() throws IOException {
        SecretRef reference = SecretRef.parse("file:" + folder.resolve("key.txt"), Path.of("/elsewhere"));
        Files.writeString(folder.resolve("key.txt"), "old");
        String before = reference.resolve();
        Files.writeString(folder.resolve("key.txt"), "new");

        assertThat(before).isEqualTo("old");
        assertThat(reference.resolve()).isEqualTo("new");
    }

    @Test
    void shouldNameTheReferenceWhenThereIsNoSecret() throws IOException {
        Files.writeString(folder.resolve("empty"), " \n");
        Files.writeString(folder.resolve("huge"), "x".repeat(64 * 1024 + 1));

        assertThatThrownBy(() -> SecretRef.parse("env:KEY", folder).resolve(Map.of()))
                .isInstanceOf(SecretUnavailable.class)
                .hasMessage("env:KEY: the variable is not set");
        assertUnavailable("file:none", "file:none: there is no such file");
        assertUnavailable("file:empty", "file:empty: it is empty");
        assertUnavailable("file:huge", "file:huge: the file is larger than 64 KiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "env:", "env:hunter-2", "env:2hunter", "file:", "file: ", "ENV:hunter2", ""})
    void shouldNotRepeatWhatStoodThereWhenItIsNoReference(String text) {
        assertThatThrownBy(() -> SecretRef.parse(text, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a reference, env:NAME or file:PATH; what stood there is not shown");
    }

    private void assertUnavailable(String reference, String message) {
        assertThatThrownBy(() -> SecretRef.parse(reference, folder).resolve())
                .isInstanceOf(SecretUnavailable.class)
                .hasMessage(message);
    }
}
