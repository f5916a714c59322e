package io.lifeboat.lab.qdrant.service;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each point operation was answered and with which status, since the start. Thread-safe. */
public final class RequestCounts {
    /** One line of {@code rest_responses_total}. */
    record Key(String method, String endpoint, int status, String collection) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return text().compareTo(other.text());
        }

        private String text() {
            return endpoint + ' ' + method + ' ' + status + ' ' + collection;
        }
    }

    private static final String COUNTED = "/collections/{collection_name}/points";

    private final ConcurrentSkipListMap<Key, LongAdder> counts = new ConcurrentSkipListMap<>();

    /** Only point operations are counted: Qdrant has a list of such endpoints, too. */
    void count(String method, String template, int status, String collection) {
        if (template.startsWith(COUNTED)) {
            counts.computeIfAbsent(new Key(method, template, status, collection), key -> new LongAdder())
                    .increment();
        }
    }

    Map<Key, LongAdder> all() {
        return counts;
    }
}
