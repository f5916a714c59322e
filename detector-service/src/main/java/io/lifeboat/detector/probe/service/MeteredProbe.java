package io.lifeboat.detector.probe.service;

import io.lifeboat.detector.probe.Deadline;
import io.lifeboat.detector.probe.Probe;
import io.lifeboat.detector.probe.ProbeResult;
import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.events.health.TargetState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Times another probe: {@code lifeboat.probe} by probe and state. */
final class MeteredProbe implements Probe {
    private final Probe probe;
    private final Map<TargetState, Timer> timers = new EnumMap<>(TargetState.class);

    MeteredProbe(Probe probe, MeterRegistry registry) {
        this.probe = probe;
        for (TargetState state : TargetState.values()) {
            Timer timer = Timer.builder("lifeboat.probe")
                    .description("Looks at targets")
                    .tag("probe", probe.name())
                    .tag("state", state.name())
                    .register(registry);
            timers.put(state, timer);
        }
    }

    @Override
    public String name() {
        return probe.name();
    }

    @Override
    public boolean suits(ProbeTarget target) {
        return probe.suits(target);
    }

    @Override
    public Duration period(ProbeTarget target) {
        return probe.period(target);
    }

    @Override
    public Future<ProbeResult> run(ProbeTarget target, Deadline deadline) {
        return probe.run(target, deadline)
                .onSuccess(result -> timers.get(result.state()).record(result.latency()));
    }

    @Override
    public void watch(ProbeTarget target, Alarm alarm) {
        probe.watch(target, alarm);
    }

    @Override
    public void forget(ProbeTarget target) {
        probe.forget(target);
    }
}
