package io.lifeboat.detector.probe.vantage;

import io.lifeboat.events.health.HealthEvent;
import java.util.concurrent.CompletionStage;

/** Where health events go. */
@FunctionalInterface
public interface HealthPublisher {

    /** Completes once the event is acknowledged; fails if it is not. May be called again with the same event. Thread-safe. */
    CompletionStage<Void> publish(HealthEvent event);
}
