package io.lifeboat.detector.probe.vantage;

import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.VantageId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Says once a period that the vantage lives. A beat that found no broker is not said later: a late one would say what is
 * no longer so. Belongs to one event loop.
 */
final class Beat {
    static final Duration PERIOD = Duration.ofSeconds(1);

    private final VantageId vantage;
    private final ProcessId process;
    private final HealthPublisher publisher;
    private final Executor loop;
    private long count;
    private boolean sending;

    Beat(VantageId vantage, ProcessId process, HealthPublisher publisher, Executor loop) {
        this.vantage = vantage;
        this.process = process;
        this.publisher = publisher;
        this.loop = loop;
    }

    /** Says it, unless the one before is still on its way. */
    void say(Optional<String> abstains) {
        if (!sending) {
            sending = true;
            send(abstains, false).whenCompleteAsync((ack, failure) -> sending = false, loop);
        }
    }

    /** The last one: it does not wait for one on its way. */
    CompletionStage<Void> leave(Optional<String> abstains) {
        return send(abstains, true);
    }

    private CompletionStage<Void> send(Optional<String> abstains, boolean leaving) {
        VantageBeat beat = new VantageBeat(vantage, process, ++count, PERIOD, abstains.orElse(null), leaving);
        try {
            return publisher.publish(beat);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }
}
