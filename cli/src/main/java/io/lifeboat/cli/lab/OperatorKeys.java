package io.lifeboat.cli.lab;

import io.lifeboat.events.command.KeyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;

/** The key pair of the lab's operator. */
final class OperatorKeys {
    private OperatorKeys() {}

    /** Writes both keys; a private one that stands there already stays, and so does its public one. */
    static void ensure(Path privateKey, Path publicKey) throws IOException {
        if (Files.isRegularFile(privateKey) && Files.isRegularFile(publicKey)) {
            return;
        }
        Files.createDirectories(privateKey.toAbsolutePath().getParent());
        Files.createDirectories(publicKey.toAbsolutePath().getParent());
        Files.deleteIfExists(privateKey); // without its public half nobody can know it
        KeyPair pair = KeyFiles.generate();
        KeyFiles.write(privateKey, pair.getPrivate());
        KeyFiles.write(publicKey, pair.getPublic());
    }
}
