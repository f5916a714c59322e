package io.lifeboat.lab.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** A file of lines that only grows. A last line cut short by a crash is removed at opening. Not thread-safe. */
public final class LineLog implements AutoCloseable {

    private final FileChannel channel;
    private final List<String> found;

    private LineLog(FileChannel channel, List<String> found) {
        this.channel = channel;
        this.found = found;
    }

    public static LineLog open(Path path) throws IOException {
        byte[] content = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(end).position(end);
        String whole = new String(content, 0, end, StandardCharsets.UTF_8);
        return new LineLog(
                channel,
                Arrays.stream(whole.split("\n")).filter(line -> !line.isEmpty()).toList());
    }

    /** The lines that stood there at opening, oldest first. */
    public List<String> found() {
        return found;
    }

    /** Appends a line: it survives the death of this process, and with {@link #force} that of the machine. */
    public void append(String line) throws IOException {
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("line: expected one line, was " + line);
        }
        ByteBuffer buffer = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    public void force() throws IOException {
        channel.force(true);
    }

    /** Removes all lines. */
    public void clear() throws IOException {
        channel.truncate(0).position(0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
