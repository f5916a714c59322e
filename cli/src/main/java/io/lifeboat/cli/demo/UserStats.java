package io.lifeboat.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * What the sample application's users have got so far, as it counts itself.
 *
 * @param lastSequence number of the newest acknowledged write
 */
record UserStats(Kind reads, Kind writes, long lastSequence) {

    /**
     * One kind of request.
     *
     * @param failing the time since the last good answer, while there are failures since; else zero
     * @param longestOutage the longest time without a good answer around failures that ended
     */
    record Kind(long good, long failed, Duration failing, Duration longestOutage) {

        static Kind of(JsonNode node, Instant now) {
            long longest = 0;
            for (JsonNode outage : node.path("outages")) {
                longest = Math.max(longest, outage.path("millis").asLong());
            }
            Duration failing = node.has("failingSince")
                    ? Duration.between(Instant.parse(node.path("lastGoodAt").asText()), now)
                    : Duration.ZERO;
            return new Kind(
                    node.path("good").asLong(),
                    node.path("failed").asLong(),
                    failing.isNegative() ? Duration.ZERO : failing,
                    Duration.ofMillis(longest));
        }

        /** What came after an earlier count. */
        Kind since(Kind earlier) {
            return new Kind(good - earlier.good, failed - earlier.failed, failing, longestOutage);
        }

        /** The longest time without a good answer, also one that still lasts. */
        Duration longestGap() {
            return failing.compareTo(longestOutage) > 0 ? failing : longestOutage;
        }
    }

    static UserStats of(JsonNode node, Instant now) {
        return new UserStats(
                Kind.of(node.path("reads"), now),
                Kind.of(node.path("writes"), now),
                node.path("lastAcknowledgedSequence").asLong());
    }

    boolean areServed() {
        return reads.good() > 0
                && writes.good() > 0
                && reads.failing().isZero()
                && writes.failing().isZero();
    }
}
