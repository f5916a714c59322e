package io.lifeboat.workspaces.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where a secret is to be found: {@code env:NAME} or {@code file:PATH}. It is read at each {@link #resolve()}, so that a
 * rotated one is seen without a restart, and is never part of this value. Thread-safe.
 *
 * @param name of the variable, or the path as written
 * @param folder against which a relative path is resolved: the folder of the configuration file
 */
public record SecretRef(Kind kind, String name, Path folder) {
    /** What a message says was expected. */
    public static final String EXPECTED = "a reference, env:NAME or file:PATH";

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int MOST_BYTES = 64 * 1024;

    /** The places that a secret can be in. */
    public enum Kind {
        ENV,
        FILE
    }

    public SecretRef {
        boolean fits = kind == Kind.ENV ? VARIABLE.matcher(name).matches() : !name.isBlank() && isPath(name);
        if (!fits) {
            throw new IllegalArgumentException("expected " + EXPECTED + "; what stood there is not shown");
        }
    }

    /** @throws IllegalArgumentException if the text is no reference; it does not repeat the text, which may be a secret */
    public static SecretRef parse(String text, Path folder) {
        if (text.startsWith("env:")) {
            return new SecretRef(Kind.ENV, text.substring(4), folder);
        }
        if (text.startsWith("file:")) {
            return new SecretRef(Kind.FILE, text.substring(5), folder);
        }
        throw new IllegalArgumentException("expected " + EXPECTED + "; what stood there is not shown");
    }

    /**
     * The secret, without space and line ends around it.
     *
     * @throws SecretUnavailable naming the reference, if there is none
     */
    public String resolve() {
        return resolve(System.getenv());
    }

    String resolve(Map<String, String> environment) {
        String value = kind == Kind.ENV ? environment.get(name) : read();
        if (value == null) {
            throw new SecretUnavailable(this, "the variable is not set");
        }
        if (value.isBlank()) {
            throw new SecretUnavailable(this, "it is empty");
        }
        return value.strip();
    }

    /** The reference as written: what may be shown. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }

    private String read() {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new SecretUnavailable(this, "the file is larger than 64 KiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new SecretUnavailable(this, "there is no such file");
        } catch (IOException e) {
            throw new SecretUnavailable(
                    this, "the file cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static boolean isPath(String name) {
        try {
            return Path.of(name).getNameCount() > 0;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
