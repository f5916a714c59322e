package io.lifeboat.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * How far a standby is behind.
 *
 * @param operations not copied yet
 * @param age of the oldest of them
 */
record Lag(long operations, Duration age) {

    static Lag of(JsonNode node) {
        return new Lag(
                node.path("operations").asLong(),
                Duration.ofMillis(Math.round(node.path("seconds").asDouble() * 1000)));
    }
}
