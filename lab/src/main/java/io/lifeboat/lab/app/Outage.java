package io.lifeboat.lab.app;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A time without good answers, from the user's side.
 *
 * @param lastGoodAt before it
 * @param firstFailureAt its first sign
 * @param firstGoodAt after it
 * @param millis between the two good answers, by the monotonic clock
 * @param failures in between
 */
record Outage(Instant lastGoodAt, Instant firstFailureAt, Instant firstGoodAt, long millis, int failures) {

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("lastGoodAt", lastGoodAt.toString());
        map.put("firstFailureAt", firstFailureAt.toString());
        map.put("firstGoodAt", firstGoodAt.toString());
        map.put("millis", millis);
        map.put("failures", failures);
        return map;
    }
}
