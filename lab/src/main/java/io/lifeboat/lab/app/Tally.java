package io.lifeboat.lab.app;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What users got for one kind of request. Thread-safe. */
final class Tally {

    private static final int KEPT_OUTAGES = 100;

    private final Ticks ticks;
    private final Map<String, Long> failures = new TreeMap<>();
    private final Deque<Outage> outages = new ArrayDeque<>();
    private Instant lastGoodAt;
    private long lastGoodMillis;
    private Optional<Instant> firstFailureAt = Optional.empty();
    private int failuresSinceGood;
    private long good;
    private long longestGap;

    /** Users count from now on: a first answer that never comes is a gap as well. */
    Tally(Ticks ticks) {
        this.ticks = ticks;
        this.lastGoodAt = ticks.now();
        this.lastGoodMillis = ticks.millis();
    }

    synchronized void good() {
        Instant now = ticks.now();
        long gap = millisSinceGood();
        good++;
        longestGap = Math.max(longestGap, gap);
        firstFailureAt.ifPresent(failed -> keep(new Outage(lastGoodAt, failed, now, gap, failuresSinceGood)));
        firstFailureAt = Optional.empty();
        failuresSinceGood = 0;
        lastGoodAt = now;
        lastGoodMillis = ticks.millis();
    }

    synchronized void failed(String kind) {
        failures.merge(kind, 1L, Long::sum);
        failuresSinceGood++;
        firstFailureAt = firstFailureAt.or(() -> Optional.of(ticks.now()));
    }

    synchronized boolean anyGood() {
        return good > 0;
    }

    synchronized long millisSinceGood() {
        return ticks.millis() - lastGoodMillis;
    }

    private void keep(Outage outage) {
        if (outages.size() == KEPT_OUTAGES) {
            outages.removeFirst();
        }
        outages.addLast(outage);
    }

    synchronized Map<String, Object> toMap() {
        long failed = failures.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("requests", good + failed);
        map.put("good", good);
        map.put("failed", failed);
        map.put("failures", new TreeMap<>(failures));
        map.put("lastGoodAt", lastGoodAt.toString());
        map.put("longestGapMillis", Math.max(longestGap, millisSinceGood()));
        firstFailureAt.ifPresent(at -> map.put("failingSince", at.toString()));
        map.put("outages", outages.stream().map(Outage::toMap).toList());
        return map;
    }
}
