package io.lifeboat.events.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFilesTest {
    @TempDir
    private Path folder;

    private final KeyPair pair = KeyFiles.generate();

    @Test
    void shouldReadBackWhatWasWritten() throws IOException {
        KeyFiles.write(folder.resolve("a.key"), pair.getPrivate());
        KeyFiles.write(folder.resolve("a.pub"), pair.getPublic());

        assertThat(KeyFiles.readPrivate(folder.resolve("a.key"))).isEqualTo(pair.getPrivate());
        assertThat(KeyFiles.readPublic(folder.resolve("a.pub"))).isEqualTo(pair.getPublic());
        assertThat(folder.resolve("a.key")).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(folder.resolve("a.pub")).content().endsWith("\n-----END PUBLIC KEY-----\n");
    }

    @Test
    void shouldWriteAPrivateKeyForItsOwnerAlone() throws IOException {
        KeyFiles.write(folder.resolve("a.key"), pair.getPrivate());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldNeverOverwriteAPrivateKey() throws IOException {
        Path file = folder.resolve("a.key");
        KeyFiles.write(file, pair.getPrivate());

        assertThatThrownBy(() -> KeyFiles.write(file, KeyFiles.generate().getPrivate()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(KeyFiles.readPrivate(file)).isEqualTo(pair.getPrivate());
    }

    @Test
    void shouldReadWhatOtherToolsWrite() throws IOException {
        String openssl = """
                -----BEGIN PUBLIC KEY-----\r
                MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\r
                -----END PUBLIC KEY-----\r
                """;
        Files.writeString(folder.resolve("rfc8032.pub"), openssl);

        assertThat(KeyFiles.readPublic(folder.resolve("rfc8032.pub")).getEncoded())
                .endsWith(0x51, 0x1a);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
            })
    void shouldRefuseAFileWithoutAPrivateKeyAndKeepItsContentSecret(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.key"), content);

        assertThatThrownBy(() -> KeyFiles.readPrivate(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ": expected a PEM file with an Ed25519 private key");
    }

    @Test
    void shouldRefuseAKeyOfAnotherKindOrAFileThatIsTooLarge() throws IOException, GeneralSecurityException {
        Path other = folder.resolve("ec.pub");
        KeyFiles.write(
                other, KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic());
        Path large = Files.writeString(folder.resolve("large.pub"), "x".repeat(16 * 1024 + 1));

        assertThatThrownBy(() -> KeyFiles.readPublic(other))
                .hasMessage(other + ": expected a PEM file with an Ed25519 public key");
        assertThatThrownBy(() -> KeyFiles.readPublic(large))
                .hasMessage(large + ": expected a PEM file with an Ed25519 public key");
    }
}
