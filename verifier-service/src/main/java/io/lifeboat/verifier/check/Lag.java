package io.lifeboat.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.plan.Arguments;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far the standby was behind when traffic moved, as far as it is known.
 *
 * @param operations accepted by the old site and not copied
 * @param millis age of the oldest of them
 */
public record Lag(OptionalLong operations, OptionalLong millis) {
    public static final Lag UNKNOWN = new Lag(OptionalLong.empty(), OptionalLong.empty());

    /** Reads {@code {"operations": n, "seconds": s}}; what is missing or no number is unknown. */
    public static Lag read(JsonNode json) {
        return new Lag(
                number(json.path("operations"))
                        .map(JsonNode::asLong)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                number(json.path("seconds"))
                        .map(seconds -> OptionalLong.of(Math.round(seconds.asDouble() * 1000)))
                        .orElse(OptionalLong.empty()));
    }

    /** What the assessment of the standby left in its output: {@code lagOperations}, {@code lagSeconds}. */
    static Optional<Lag> recorded(Arguments output) {
        Lag lag = new Lag(count(output, "lagOperations", 1), count(output, "lagSeconds", 1000));
        return lag.equals(UNKNOWN) ? Optional.empty() : Optional.of(lag);
    }

    private static OptionalLong count(Arguments output, String name, long factor) {
        return output.values().get(name) instanceof Number number && number.doubleValue() >= 0
                ? OptionalLong.of(Math.round(number.doubleValue() * factor))
                : OptionalLong.empty();
    }

    private static Optional<JsonNode> number(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isNumber).filter(found -> found.asDouble() >= 0);
    }
}
