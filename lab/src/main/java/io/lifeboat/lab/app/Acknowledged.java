package io.lifeboat.lab.app;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest acknowledged writes: what the application's users believe to be stored. Thread-safe. */
final class Acknowledged {

    /** Writes kept. */
    static final int KEPT = 10_000;

    private record Write(String collection, long id, long sequence, Instant at) {

        Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("collection", collection);
            map.put("id", id);
            map.put("sequence", sequence);
            map.put("at", at.toString());
            return map;
        }
    }

    private final Deque<Write> writes = new ArrayDeque<>();
    private long lastSequence;

    synchronized void add(String collection, long id, long sequence, Instant at) {
        if (writes.size() == KEPT) {
            writes.removeFirst();
        }
        writes.addLast(new Write(collection, id, sequence, at));
        lastSequence = Math.max(lastSequence, sequence);
    }

    /** The highest acknowledged sequence number; 0 before the first. */
    synchronized long lastSequence() {
        return lastSequence;
    }

    /** Those acknowledged at this time or later, oldest first. */
    synchronized List<Map<String, Object>> since(Instant since) {
        return writes.stream()
                .filter(write -> !write.at().isBefore(since))
                .map(Write::toMap)
                .toList();
    }
}
