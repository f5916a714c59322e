package io.lifeboat.lab.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Json;
import io.vertx.core.buffer.Buffer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file of operations: for each the length of its head (4 bytes), the length of its body (4 bytes), the head (JSON) and the
 * body. A last one cut short by a crash was never acknowledged: it is removed at opening. Not thread-safe.
 */
final class OperationFile implements AutoCloseable {

    private static final int FRAME = 2 * Integer.BYTES;

    private final FileChannel channel;
    private final List<Operation> found;

    private OperationFile(FileChannel channel, List<Operation> found) {
        this.channel = channel;
        this.found = found;
    }

    static OperationFile open(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        List<Operation> found = new ArrayList<>();
        long position = 0;
        for (Optional<Operation> next = read(channel, position); next.isPresent(); next = read(channel, position)) {
            found.add(next.get());
            position = next.get().offset() + next.get().length();
        }
        channel.truncate(position).position(position);
        return new OperationFile(channel, found);
    }

    /** What stood there at opening. */
    List<Operation> found() {
        return found;
    }

    long lastNumber() {
        return found.isEmpty() ? 0 : found.getLast().number();
    }

    long size() throws IOException {
        return channel.position();
    }

    Operation append(long number, Draft draft) throws IOException {
        byte[] body = draft.body().map(Buffer::getBytes).orElse(new byte[0]);
        byte[] head = head(number, draft).getBytes(StandardCharsets.UTF_8);
        long offset = channel.position() + FRAME + head.length;
        ByteBuffer frame = ByteBuffer.allocate(FRAME + head.length + body.length);
        frame.putInt(head.length).putInt(body.length).put(head).put(body).flip();
        while (frame.hasRemaining()) {
            channel.write(frame);
        }
        return new Operation(
                number,
                draft.at(),
                draft.method(),
                draft.uri(),
                draft.headers(),
                offset,
                body.length,
                draft.obstacle());
    }

    Buffer body(Operation operation) throws IOException {
        ByteBuffer body = ByteBuffer.allocate(operation.length());
        if (!readFully(channel, operation.offset(), body)) {
            throw new EOFException("operation " + operation.number() + " is cut short");
        }
        return Buffer.buffer(body.array());
    }

    void clear() throws IOException {
        channel.truncate(0).position(0);
    }

    private static String head(long number, Draft draft) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("number", number);
        head.put("at", draft.at().toString());
        head.put("method", draft.method());
        head.put("uri", draft.uri());
        draft.headers().contentType().ifPresent(value -> head.put("contentType", value));
        draft.headers().contentEncoding().ifPresent(value -> head.put("contentEncoding", value));
        draft.obstacle().ifPresent(value -> head.put("obstacle", value));
        return Json.text(head);
    }

    private static Optional<Operation> read(FileChannel channel, long position) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(FRAME);
        if (!readFully(channel, position, frame)) {
            return Optional.empty();
        }
        int headLength = frame.getInt(0);
        int bodyLength = frame.getInt(Integer.BYTES);
        long offset = position + FRAME + headLength;
        if (headLength < 2 || bodyLength < 0 || offset + bodyLength > channel.size()) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.allocate(headLength);
        return readFully(channel, position + FRAME, head) ? parse(head.array(), offset, bodyLength) : Optional.empty();
    }

    private static Optional<Operation> parse(byte[] head, long offset, int length) throws IOException {
        try {
            JsonNode node = Json.MAPPER.readTree(head);
            CopiedHeaders headers =
                    new CopiedHeaders(text(node, "contentType"), text(node, "contentEncoding"), Optional.empty());
            return Optional.of(new Operation(
                    node.path("number").longValue(),
                    Instant.parse(node.path("at").asText()),
                    node.path("method").asText(),
                    node.path("uri").asText(),
                    headers,
                    offset,
                    length,
                    text(node, "obstacle")));
        } catch (JsonProcessingException cutShort) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.path(field).isTextual() ? Optional.of(node.path(field).textValue()) : Optional.empty();
    }

    private static boolean readFully(FileChannel channel, long position, ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, position + into.position()) < 0) {
                return false;
            }
        }
        into.flip();
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
