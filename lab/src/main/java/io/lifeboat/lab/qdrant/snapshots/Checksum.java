package io.lifeboat.lab.qdrant.snapshots;

import io.lifeboat.lab.qdrant.http.QdrantError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** SHA-256 of a whole snapshot file, 64 lower-case hexadecimal digits. */
record Checksum(String hex) {
    private static final int LENGTH = 64;

    /** Checks the form of a checksum that a request brings, in the words of the validator. */
    static Optional<Checksum> given(Optional<String> text, String where) {
        text.filter(value -> !value.matches("[0-9a-fA-F]{64}")).ifPresent(value -> {
            throw QdrantError.invalid(
                    where,
                    "checksum: Validation error: invalid_sha256_hash [{\"value\": String(\"" + value
                            + "\"), \"expected_length\": Number(" + LENGTH + "), \"length\": Number(" + value.length()
                            + ")}]");
        });
        return text.map(Checksum::new);
    }

    static void mustMatch(Optional<Checksum> wanted, Path file) throws IOException {
        if (wanted.isPresent() && !wanted.get().equals(of(file))) {
            throw QdrantError.wrongInput(
                    "Snapshot checksum mismatch: expected " + wanted.get().hex + ", got " + of(file).hex);
        }
    }

    /** The text has the two the wrong way round, as Qdrant's. */
    static void mustMatchUpload(Optional<Checksum> wanted, Path file) throws IOException {
        if (wanted.isPresent() && !wanted.get().equals(of(file))) {
            throw QdrantError.bare("Checksum mismatch: expected " + of(file).hex + ", actual " + wanted.get().hex);
        }
    }

    static Checksum of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[64 * 1024];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return new Checksum(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
