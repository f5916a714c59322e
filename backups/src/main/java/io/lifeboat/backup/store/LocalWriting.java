package io.lifeboat.backup.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes beside the file's place, and moves it there at the end. */
final class LocalWriting extends Writing {
    private final Path place;
    private final Path unfinished;
    private final FileChannel channel;
    private final long begun;

    LocalWriting(Path place, Path unfinished) throws IOException {
        this.place = place;
        this.unfinished = unfinished;
        this.channel = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.begun = channel.size();
        channel.position(begun);
    }

    @Override
    public long begun() {
        return begun;
    }

    @Override
    public InputStream leftover() throws IOException {
        return Files.newInputStream(unfinished);
    }

    @Override
    public void restart() throws IOException {
        channel.truncate(0);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** File first, then the folder's entry: after a loss of power there is the whole file or none. */
    @Override
    public void commit() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
