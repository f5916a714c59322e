package io.lifeboat.lab.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** What the application's users do, and what they get for it. Thread-safe. */
final class Users {

    /** Written points take turns on this many ids, so that the collection stays bounded. */
    static final int WRITTEN_IDS = 50_000;

    /** Its payload tells the sequence number of the newest write. */
    static final long CURSOR_ID = 1_000_000_000L;

    private static final int TOP = 5;

    private final QdrantCalls calls;
    private final Dataset dataset;
    private final Ticks ticks;
    private final Tally reads;
    private final Tally writes;
    private final Acknowledged acknowledged = new Acknowledged();
    private final Staleness staleness = new Staleness();
    private final AtomicLong readNumber = new AtomicLong();

    /** Begins at the wall clock's milliseconds: so the numbers rise over restarts, even onto a site that lost the newest writes. */
    private long sequence;

    Users(QdrantCalls calls, Dataset dataset, Ticks ticks) {
        this.calls = calls;
        this.dataset = dataset;
        this.ticks = ticks;
        this.reads = new Tally(ticks);
        this.writes = new Tally(ticks);
        this.sequence = ticks.now().toEpochMilli();
    }

    /** One read: by turns a search, and the newest write by its id. */
    void read() throws InterruptedException {
        long number = readNumber.getAndIncrement();
        if (number % 2 == 0) {
            search(number);
        } else {
            retrieve();
        }
    }

    private void search(long number) throws InterruptedException {
        switch (search(Dataset.vector(new SplittableRandom(number)))) {
            case Reply.Good(JsonNode result) ->
                countSearch(result.path("points").size());
            case Reply.Failed(String kind, String reason) -> reads.failed(kind);
        }
    }

    /** A search over seeded points that finds fewer than it asks for is no good answer. */
    private void countSearch(int found) {
        if (found == Math.min(TOP, dataset.points())) {
            reads.good();
        } else {
            reads.failed("wrong-answer");
        }
    }

    /** The nearest points of {@code docs} with their payload. */
    Reply search(List<Double> vector) throws InterruptedException {
        Map<String, Object> query = Map.of("query", vector, "limit", TOP, "with_payload", true);
        return calls.send("POST", "/collections/docs/points/query", query);
    }

    private void retrieve() throws InterruptedException {
        long before = acknowledged.lastSequence();
        Map<String, Object> wanted = Map.of("ids", List.of(CURSOR_ID), "with_payload", true);
        switch (calls.send("POST", "/collections/docs/points", wanted)) {
            case Reply.Good(JsonNode result) -> {
                reads.good();
                staleness.read(
                        before, result.path(0).path("payload").path("sequence").asLong());
            }
            case Reply.Failed(String kind, String reason) -> reads.failed(kind);
        }
    }

    /** One write: a point of its own, and the cursor that names it, in one request. To be called by one thread at a time. */
    void write() throws InterruptedException {
        sequence++;
        Instant sent = ticks.now();
        long id = CURSOR_ID + 1 + sequence % WRITTEN_IDS;
        List<Map<String, Object>> points = List.of(
                dataset.written(id, sequence, sent.toString()), dataset.written(CURSOR_ID, sequence, sent.toString()));
        switch (calls.send("PUT", "/collections/docs/points?wait=true", Map.of("points", points))) {
            case Reply.Good good -> {
                acknowledged.add(Dataset.DOCS, id, sequence, ticks.now());
                writes.good();
            }
            case Reply.Failed(String kind, String reason) -> writes.failed(kind);
        }
    }

    Acknowledged acknowledged() {
        return acknowledged;
    }

    Tally reads() {
        return reads;
    }

    Map<String, Object> stats() {
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("reads", reads.toMap());
        stats.put("writes", writes.toMap());
        stats.put("stale", staleness.toMap());
        stats.put("lastAcknowledgedSequence", acknowledged.lastSequence());
        return stats;
    }
}
