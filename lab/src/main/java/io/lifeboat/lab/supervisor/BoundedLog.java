package io.lifeboat.lab.supervisor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log file that is moved to NAME.1 when it has grown too large: at most twice the limit on disk. Thread-safe. */
final class BoundedLog implements AutoCloseable {

    private final Path path;
    private final long limit;
    private OutputStream stream;
    private long size;

    BoundedLog(Path path, long limit) throws IOException {
        this.path = path.toAbsolutePath();
        this.limit = limit;
        Files.createDirectories(this.path.getParent());
        this.stream = open();
        this.size = Files.size(this.path);
    }

    synchronized void line(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        if (size + bytes.length > limit && size > 0) {
            stream.close();
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            stream = open();
            size = 0;
        }
        stream.write(bytes);
        size += bytes.length;
    }

    private OutputStream open() throws IOException {
        return Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public synchronized void close() throws IOException {
        stream.close();
    }
}
