package io.lifeboat.saga.core;

import io.lifeboat.events.fold.Guards;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.serde.Writer;
import java.time.Duration;

/**
 * Who a participant is and how it paces itself.
 *
 * @param instance what people call this process
 * @param beat time between two of its beats
 * @param aliveFor time after its last beat, by the log's clock, for which a process counts as alive
 * @param resend time after which an append without an answer is sent again
 */
public record Settings(
        Service service,
        ProcessId process,
        String instance,
        Duration beat,
        Duration aliveFor,
        Duration resend,
        Guards guards) {

    public Settings {
        if (beat.isNegative() || beat.isZero()) {
            throw new IllegalArgumentException("beat: expected more than zero, got " + beat);
        }
        if (aliveFor.compareTo(beat.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "aliveFor: expected at least two beats of %s, got %s".formatted(beat, aliveFor));
        }
        if (resend.isNegative() || resend.isZero()) {
            throw new IllegalArgumentException("resend: expected more than zero, got " + resend);
        }
    }

    /** What services use. */
    public static Settings of(Service service, ProcessId process, String instance) {
        return new Settings(
                service,
                process,
                instance,
                Duration.ofMillis(250),
                Duration.ofMillis(1250),
                Duration.ofSeconds(2),
                Guards.ALL);
    }

    public Writer writer() {
        return Writer.of(service, process);
    }
}
