package io.lifeboat.detector.incident.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * When a record was written and when it reached this process: two clocks, never compared with each other.
 *
 * @param appendedAt by the broker's clock
 * @param receivedAt by this process's clock; {@link Instant#EPOCH} for what was read while catching up with the log
 */
public record Heard(Instant appendedAt, Instant receivedAt) {
    static final Heard NEVER = new Heard(Instant.EPOCH, Instant.EPOCH);

    public Heard {
        Objects.requireNonNull(appendedAt, "heard.appendedAt");
        Objects.requireNonNull(receivedAt, "heard.receivedAt");
    }

    /** A record that stood in the log before this process began to listen: it tells what was said, not who is alive. */
    public static Heard replayed(Instant appendedAt) {
        return new Heard(appendedAt, Instant.EPOCH);
    }

    public static Heard live(Instant appendedAt, Instant receivedAt) {
        return new Heard(appendedAt, receivedAt);
    }

    /**
     * How old it is: by this process's clock, or by the log's if that is longer. A process that was paused reads old
     * records late, and must not take them for new ones.
     *
     * @param newestInLog append time of the newest record read
     */
    Duration age(Instant newestInLog, Instant now) {
        Duration here = Duration.between(receivedAt, now);
        Duration there = Duration.between(appendedAt, newestInLog);
        return here.compareTo(there) > 0 ? here : there;
    }
}
