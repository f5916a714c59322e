package io.lifeboat.detector.probe.vantage;

import io.lifeboat.events.health.TargetReported;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the latest report of each target until it is acknowledged. While the broker is away a newer report takes an
 * older one's place, so that no stale verdict is acted upon when it is back; what was passed over is told in the newer
 * one's detail {@code missed}, so that no transition is lost to those who read the history.
 *
 * <p>Belongs to one event loop, to which acknowledgements come back through the executor.
 */
final class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);

    /** How long to wait after a failure. */
    static final Duration RETRY = Duration.ofMillis(500);

    private final HealthPublisher publisher;
    private final Executor loop;
    private final LongSupplier nanos;
    private final Map<TargetKey, Letter> letters = new HashMap<>();

    Outbox(HealthPublisher publisher, Executor loop, LongSupplier nanos) {
        this.publisher = publisher;
        this.loop = loop;
        this.nanos = nanos;
    }

    void put(TargetReported report) {
        TargetKey key = new TargetKey(report.workspace(), report.target());
        Letter letter = letters.get(key);
        if (letter == null) {
            letter = new Letter(report);
            letters.put(key, letter);
        } else {
            letter.replace(report);
        }
        send(key, letter);
    }

    /** Tries again what has waited long enough. */
    void retry() {
        if (!letters.isEmpty()) {
            Map.copyOf(letters).forEach(this::send);
        }
    }

    /** How many targets have a report that nobody has acknowledged. */
    int waiting() {
        return letters.size();
    }

    private void send(TargetKey key, Letter letter) {
        if (!letter.mayGo(nanos.getAsLong())) {
            return;
        }
        TargetReported sent = letter.go();
        publish(letter.text()).whenCompleteAsync((ack, failure) -> came(key, letter, sent, failure), loop);
    }

    private CompletionStage<Void> publish(TargetReported text) {
        try {
            return publisher.publish(text);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void came(TargetKey key, Letter letter, TargetReported sent, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warnf(
                    "health report not acknowledged, will be sent again: workspace=%s target=%s state=%s cause=%s",
                    sent.workspace(), sent.target(), sent.state(), failure.toString());
            letter.returned(sent, nanos.getAsLong() + RETRY.toNanos());
        } else if (letter.delivered(sent)) {
            letters.remove(key);
        } else {
            send(key, letter);
        }
    }
}
