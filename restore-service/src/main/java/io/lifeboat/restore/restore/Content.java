package io.lifeboat.restore.restore;

import io.lifeboat.backup.BackupRecord;
import io.lifeboat.backup.Catalogue;
import io.lifeboat.backup.KeptFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A file that a server may pull.
 *
 * @param name for people
 * @param bytes of the content
 * @param sha256 of the content, as it was recorded when it was kept
 * @param opener opens the content from its beginning
 */
public record Content(String name, long bytes, String sha256, Opener opener) {

    /** Opens a content. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    public Content {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(opener, "opener");
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes: expected 0 or more, got " + bytes);
        }
    }

    /** A kept file, decrypted. */
    public static Content of(Catalogue catalogue, BackupRecord backup, String file) throws IOException {
        KeptFile kept = backup.file(file).orElseThrow(() -> new IOException(backup.id() + ": it has no file " + file));
        return new Content(
                backup.id() + "/" + file,
                kept.contentBytes(),
                kept.contentSha256(),
                () -> catalogue.open(backup, file, 0));
    }
}
