package io.lifeboat.events.plan;

import io.lifeboat.events.Fields;
import java.time.Duration;

/**
 * How often a failed action is tried again. Take-overs and epoch conflicts use up none.
 *
 * @param times further tries after the first, 0 to 100
 * @param backoff time from a failure to the next claim, by the log's time
 */
public record Retry(int times, Duration backoff) {
    public static final Retry NONE = new Retry(0, Duration.ZERO);

    public Retry {
        if (times < 0 || times > 100) {
            throw new IllegalArgumentException("retry.times: expected 0 to 100, got " + times);
        }
        backoff = backoff == null ? Duration.ZERO : backoff;
        Fields.bounded("retry.backoff", backoff);
    }
}
