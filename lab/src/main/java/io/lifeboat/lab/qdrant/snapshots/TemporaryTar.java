package io.lifeboat.lab.qdrant.snapshots;

import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.store.Storage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A tar that is sent once and kept nowhere. */
final class TemporaryTar {
    private TemporaryTar() {}

    static Answer.Stream stream(Storage storage, String name, SnapshotFolder.Content content) throws IOException {
        Path file = Files.createDirectories(storage.temporary()).resolve("stream-" + UUID.randomUUID());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        }
        return new Answer.Stream(file, name);
    }
}
