package io.lifeboat.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code DIRECTORY/2026-11-23/INC-2026-11-23-001.jsonl} and its like. Keeps those open that it needs most. Not thread-safe. */
final class AuditFiles implements AutoCloseable {
    private static final int MOST_OPEN = 64;

    private final Path directory;
    private final Map<Path, AuditFile> open = new LinkedHashMap<>(MOST_OPEN, 0.75f, true);

    AuditFiles(Path directory) {
        this.directory = directory;
    }

    void append(AuditLine line) throws IOException {
        Path path = directory.resolve(line.day().toString()).resolve(line.file() + ".jsonl");
        AuditFile file = open.get(path);
        if (file == null) {
            closeEldest();
            file = AuditFile.open(path);
            open.put(path, file);
        }
        file.append(line);
    }

    private void closeEldest() throws IOException {
        if (open.size() >= MOST_OPEN) {
            Iterator<AuditFile> eldest = open.values().iterator();
            eldest.next().close();
            eldest.remove();
        }
    }

    @Override
    public void close() throws IOException {
        for (AuditFile file : open.values()) {
            file.close();
        }
        open.clear();
    }
}
