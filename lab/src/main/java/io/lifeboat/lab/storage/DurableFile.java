package io.lifeboat.lab.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** A small file that is replaced as a whole: a reader finds the old content or the new one, never a part. Not thread-safe. */
public final class DurableFile {

    private static final Set<OpenOption> FRESH = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final String OWNER_ONLY = "rw-------";

    private final Path path;
    private final Path temporary;
    private final FileAttribute<?>[] attributes;

    /** A file that others may read. */
    public DurableFile(Path path) {
        this(path, new FileAttribute<?>[0]);
    }

    /** A file that only its owner may read. */
    public static DurableFile secret(Path path) {
        return new DurableFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    }

    private DurableFile(Path path, FileAttribute<?>... attributes) {
        if (path.getParent() == null) {
            throw new IllegalArgumentException("path: expected a file within a directory, was " + path);
        }
        this.path = path;
        this.attributes = attributes;
        this.temporary = path.resolveSibling(path.getFileName() + ".new");
    }

    /** Returns once the content would survive a power cut: temporary file, fsync, rename, fsync of the directory. */
    public void write(byte[] content) throws IOException {
        Files.deleteIfExists(temporary);
        try (FileChannel channel = FileChannel.open(temporary, FRESH, attributes)) {
            writeFully(channel, content);
            channel.force(true);
        }
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** The content, if it was ever written. */
    public Optional<byte[]> read() throws IOException {
        return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    }

    private static void writeFully(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
