package io.lifeboat.workspaces.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A folder with the keys that {@code base.yaml} refers to, to load configurations from. */
final class ConfigFolder {
    private final Path folder;

    ConfigFolder(Path folder) {
        this.folder = folder;
        write("alice.pub", pem("MCowBQYDK2VwAyEATUypML/f0aBSWIG9c12hvdjhbYNPP2Fg3NjK1/BccGU="));
        write("bob.pub", "AfhnHJTielfR7qlwKmeLIIDPvyqGhZy9oje1RtMPatM=\n");
        write("none.pub", pem("bm90IGEga2V5"));
        write("private.pem", "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n");
    }

    /** The valid configuration that tests change. */
    static String base() {
        return resource("base.yaml");
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ConfigFolder.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    LoadResult load(String yaml) {
        return ConfigLoader.load(write("workspaces.yaml", yaml));
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String pem(String base64) {
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }
}
