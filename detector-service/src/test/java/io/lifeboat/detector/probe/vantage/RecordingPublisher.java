package io.lifeboat.detector.probe.vantage;

import io.lifeboat.events.health.HealthEvent;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.VantageBeat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A broker that can be away, or take its time. */
final class RecordingPublisher implements HealthPublisher {
    final List<HealthEvent> taken = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<Void>> open = new CopyOnWriteArrayList<>();
    volatile boolean away;
    volatile boolean slow;
    private volatile int asked;

    @Override
    public synchronized CompletionStage<Void> publish(HealthEvent event) {
        asked++;
        if (away) {
            return CompletableFuture.failedStage(new IllegalStateException("the broker is away"));
        }
        taken.add(event);
        if (!slow) {
            return CompletableFuture.completedStage(null);
        }
        CompletableFuture<Void> ack = new CompletableFuture<>();
        open.add(ack);
        return ack;
    }

    int asked() {
        return asked;
    }

    List<TargetReported> reports() {
        return taken.stream()
                .filter(TargetReported.class::isInstance)
                .map(TargetReported.class::cast)
                .toList();
    }

    List<VantageBeat> beats() {
        return taken.stream()
                .filter(VantageBeat.class::isInstance)
                .map(VantageBeat.class::cast)
                .toList();
    }
}
