package io.lifeboat.detector.probe.service;

import io.lifeboat.detector.probe.vantage.HealthPublisher;
import io.lifeboat.events.health.HealthEvent;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.health.VantageBeat;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Counts what is published: {@code lifeboat.verdicts} by workspace and state, {@code lifeboat.detection} from the first
 * bad evidence to its acknowledgement, {@code lifeboat.health.unacknowledged} attempts in vain.
 */
final class MeteredPublisher implements HealthPublisher {
    private final HealthPublisher publisher;
    private final MeterRegistry registry;
    private final Clock clock;

    MeteredPublisher(HealthPublisher publisher, MeterRegistry registry, Clock clock) {
        this.publisher = publisher;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Void> publish(HealthEvent event) {
        return publisher.publish(event).whenComplete((ack, failure) -> {
            if (failure != null) {
                registry.counter("lifeboat.health.unacknowledged").increment();
            } else {
                count(event);
            }
        });
    }

    private void count(HealthEvent event) {
        switch (event) {
            case TargetReported report -> count(report);
            case VantageBeat beat -> registry.counter("lifeboat.vantage.beats").increment();
        }
    }

    private void count(TargetReported report) {
        String workspace = report.workspace().value();
        registry.counter(
                        "lifeboat.verdicts",
                        "workspace",
                        workspace,
                        "state",
                        report.state().name())
                .increment();
        if (report.state() == TargetState.DOWN || report.state() == TargetState.DEGRADED) {
            registry.timer(
                            "lifeboat.detection",
                            "workspace",
                            workspace,
                            "state",
                            report.state().name())
                    .record(Duration.between(report.since(), clock.instant()));
        }
    }
}
