package io.lifeboat.backup;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of a backup as it is kept.
 *
 * @param name within the backup's folder
 * @param bytes as kept
 * @param sha256 of the bytes as kept, 64 lower-case hex digits
 * @param seal how it is encrypted; null where it is kept as it came
 */
public record KeptFile(
        String name, long bytes, String sha256, @Nullable Seal seal) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /**
     * What is inside an encrypted file.
     *
     * @param key where the key is to be found, never the key
     * @param bytes of the content
     * @param sha256 of the content: what a server that restores it compares with
     */
    public record Seal(String key, long bytes, String sha256) {
        public Seal {
            Objects.requireNonNull(key, "seal.key");
            requireSizeAndDigest("seal", bytes, sha256);
        }
    }

    public KeptFile {
        requirePlainName(name);
        requireSizeAndDigest(name, bytes, sha256);
    }

    /** A file that is kept as it came. */
    public static KeptFile plain(String name, long bytes, String sha256) {
        return new KeptFile(name, bytes, sha256, null);
    }

    /** Bytes of the content, decrypted. */
    public long contentBytes() {
        return seal == null ? bytes : seal.bytes();
    }

    /** SHA-256 of the content, decrypted. */
    public String contentSha256() {
        return seal == null ? sha256 : seal.sha256();
    }

    /** @throws IllegalArgumentException if it could lead out of its folder */
    public static void requirePlainName(String name) {
        boolean leadsOut = name.isBlank()
                || name.equals(".")
                || name.equals("..")
                || name.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ');
        if (leadsOut) {
            throw new IllegalArgumentException("file: expected a plain name, got '" + name + "'");
        }
    }

    private static void requireSizeAndDigest(String of, long bytes, String sha256) {
        if (bytes < 0) {
            throw new IllegalArgumentException(of + ": expected 0 bytes or more, got " + bytes);
        }
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException(of + ": expected 64 lower-case hex digits, got '" + sha256 + "'");
        }
    }
}
