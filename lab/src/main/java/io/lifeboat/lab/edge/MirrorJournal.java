package io.lifeboat.lab.edge;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.http.Json;
import io.lifeboat.lab.storage.LineLog;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accepted writes and what became of them, on disk: it survives kill -9 of the edge (not a power cut). An operation without an
 * outcome is still to be copied. Blocking and not thread-safe: one worker calls it.
 */
final class MirrorJournal implements AutoCloseable {

    /** What became of an operation. */
    enum Outcome {
        /** It is on the standby. */
        APPLIED,
        /** The standby will not take it. */
        REFUSED,
        /** Its sender was told that the outcome is unknown, so it is no acknowledged write. */
        UNACKNOWLEDGED
    }

    /** Emptied when nothing is outstanding and it has grown beyond this many bytes. */
    private static final long TIDY_BYTES = 64L << 20;

    private final OperationFile operations;
    private final LineLog outcomes;
    private final long limit;
    private final Map<Long, Operation> outstanding;
    private long next;

    private MirrorJournal(OperationFile operations, LineLog outcomes, long limit, Map<Long, Operation> outstanding) {
        this.operations = operations;
        this.outcomes = outcomes;
        this.limit = limit;
        this.outstanding = outstanding;
        this.next = operations.lastNumber() + 1;
    }

    /**
     * Opens the journal.
     *
     * @param limit bytes of bodies kept; beyond it operations are noted but cannot be copied
     */
    static MirrorJournal open(Path directory, long limit) throws IOException {
        Files.createDirectories(directory);
        OperationFile operations = OperationFile.open(directory.resolve("mirror-operations.bin"));
        LineLog outcomes = LineLog.open(directory.resolve("mirror-outcomes.jsonl"));
        Map<Long, Operation> outstanding = new TreeMap<>();
        operations.found().forEach(operation -> outstanding.put(operation.number(), operation));
        for (String line : outcomes.found()) {
            JsonNode node = Json.MAPPER.readTree(line);
            Outcome outcome = Outcome.valueOf(node.path("outcome").asText());
            settle(
                    outstanding,
                    node.path("number").longValue(),
                    outcome,
                    node.path("reason").asText());
        }
        return new MirrorJournal(operations, outcomes, limit, outstanding);
    }

    /** What is not known to be on the standby, in order. */
    List<Operation> outstanding() {
        return new ArrayList<>(outstanding.values());
    }

    Operation append(Draft draft) throws IOException {
        boolean full = operations.size() + draft.body().map(Buffer::length).orElse(0) > limit;
        Operation operation =
                operations.append(next, full && draft.body().isPresent() ? draft.without("journal full") : draft);
        next++;
        outstanding.put(operation.number(), operation);
        return operation;
    }

    Buffer body(Operation operation) throws IOException {
        return operations.body(operation);
    }

    void settle(Operation operation, Outcome outcome, String reason) throws IOException {
        settle(outstanding, operation.number(), outcome, reason);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", operation.number());
        line.put("outcome", outcome.name());
        line.put("reason", reason);
        outcomes.append(Json.text(line));
        if (outstanding.isEmpty() && operations.size() > TIDY_BYTES) {
            operations.clear();
            outcomes.clear();
        }
    }

    private static void settle(Map<Long, Operation> outstanding, long number, Outcome outcome, String reason) {
        Operation known = outstanding.get(number);
        if (known == null) {
            return;
        }
        switch (outcome) {
            case APPLIED, UNACKNOWLEDGED -> outstanding.remove(number);
            case REFUSED -> outstanding.put(number, known.refused(reason));
        }
    }

    @Override
    public void close() throws IOException {
        operations.close();
        outcomes.close();
    }
}
