package io.lifeboat.qdrant.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a secret is to be found: {@code env:NAME} or {@code file:/absolute/path}.
 *
 * <p>The secret is read at each {@link #resolve()}, so that a rotated key is seen without a restart, and is never part
 * of this object: {@code toString()} and every error show the reference alone. Immutable and thread-safe.
 */
public sealed interface SecretReference {

    /** A secret in an environment variable. */
    record Env(String name) implements SecretReference {
        public Env {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException(
                        "secret reference: expected env:NAME of letters, digits and _, found env:" + name);
            }
        }

        @Override
        public String resolve() {
            return resolve(System.getenv());
        }

        String resolve(Map<String, String> environment) {
            String value = environment.get(name);
            if (value == null) {
                throw new SecretUnavailable(this, "the variable is not set");
            }
            return SecretText.checked(this, value);
        }

        @Override
        public String toString() {
            return "env:" + name;
        }
    }

    /** A secret in a file of at most 64 KiB. */
    record InFile(Path path) implements SecretReference {
        private static final int MAX_BYTES = 64 * 1024;

        public InFile {
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("secret reference: expected an absolute path, found file:" + path);
            }
        }

        @Override
        public String resolve() {
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(MAX_BYTES + 1);
                if (bytes.length > MAX_BYTES) {
                    throw new SecretUnavailable(this, "the file is larger than 64 KiB");
                }
                return SecretText.checked(this, new String(bytes, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new SecretUnavailable(
                        this, "the file cannot be read (" + e.getClass().getSimpleName() + ")");
            }
        }

        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /**
     * Reads the secret, without one trailing newline.
     *
     * @throws SecretUnavailable naming the reference, if there is none
     */
    String resolve();

    /**
     * Parses {@code env:NAME} or {@code file:/path}. The text is not repeated in the error, as someone may have written
     * the secret itself there.
     */
    static SecretReference parse(String text) {
        if (text.startsWith("env:")) {
            return new Env(text.substring("env:".length()));
        }
        if (text.startsWith("file:")) {
            return new InFile(Path.of(text.substring("file:".length())));
        }
        throw new IllegalArgumentException(
                "secret reference: expected env:NAME or file:/path; what stood there is not shown, it may be a secret");
    }
}
