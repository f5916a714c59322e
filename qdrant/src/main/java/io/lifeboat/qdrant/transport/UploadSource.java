package io.lifeboat.qdrant.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Bytes to send.
 *
 * @param open called once an upload, and closed by it
 */
public record UploadSource(long size, Supplier<InputStream> open) {
    public UploadSource {
        if (size < 0) {
            throw new IllegalArgumentException("size: expected 0 or more, found " + size);
        }
    }

    /** @throws IOException if the file is not there */
    public static UploadSource of(Path file) throws IOException {
        return new UploadSource(Files.size(file), () -> {
            try {
                return Files.newInputStream(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
