package io.lifeboat.lab.qdrant.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * One file as it is to be: its first bytes, and zeros from there up to its size in bytes. Qdrant takes room in advance, so
 * most of its files end in a hole.
 *
 * @param path relative to the directory of the segment or shard
 */
public record FileImage(String path, byte[] head, long size) {
    public FileImage {
        if (size < head.length) {
            throw new IllegalArgumentException("size " + size + ": expected at least " + head.length);
        }
    }

    static FileImage whole(String path, byte[] content) {
        return new FileImage(path, content, content.length);
    }

    static FileImage text(String path, String content) {
        return whole(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the file ends in a hole, so that it is kept and sent as a sparse one. */
    public boolean sparse() {
        return size > head.length;
    }

    /** Writes the file below {@code directory}, its hole unwritten. */
    void writeBelow(Path directory) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, head);
        if (sparse()) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[1]), size - 1);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileImage image
                && image.path.equals(path)
                && image.size == size
                && Arrays.equals(image.head, head);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
