package io.lifeboat.lab.app;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads that showed less than had been acknowledged before they were sent. Thread-safe. */
final class Staleness {

    private long stale;
    private long furthestBehind;

    synchronized void read(long acknowledgedBefore, long seen) {
        if (seen < acknowledgedBefore) {
            stale++;
            furthestBehind = Math.max(furthestBehind, acknowledgedBefore - seen);
        }
    }

    synchronized Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("reads", stale);
        map.put("furthestBehind", furthestBehind);
        return map;
    }
}
