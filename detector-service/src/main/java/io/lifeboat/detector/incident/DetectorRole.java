package io.lifeboat.detector.incident;

import io.lifeboat.detector.incident.decide.Timings;
import io.lifeboat.events.id.ClaimId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.saga.Decider;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.kafka.KafkaParticipant;
import io.lifeboat.service.Host;
import io.lifeboat.service.Role;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** What the detector is in the saga: it opens incidents, keeps their deadlines, and answers commands. */
@Singleton
public final class DetectorRole implements Role {
    private final List<WorkspaceId> known;
    private final DetectorDecider decider;
    private final IncidentSide side;

    /** @param host asked for only once it is there: it is made from this role */
    DetectorRole(LifeboatConfig config, IncidentSettings settings, MeterRegistry registry, Instance<Host> host) {
        known = config.workspaces().stream().map(WorkspaceConfig::id).toList();
        decider = new DetectorDecider(Desks.of(config, timings(settings), settings.partialGrace()));
        side = new IncidentSide(
                known, decider, () -> host.get().participant(), () -> host.get().self(), registry);
    }

    static Timings timings(IncidentSettings settings) {
        return new Timings(settings.watching(), settings.update(), settings.silence(), settings.settle());
    }

    @Override
    public Service service() {
        return Service.DETECTOR;
    }

    @Override
    public Decider decider(Settings self, Predicate<ClaimId> running) {
        return decider;
    }

    @Override
    public Collection<WorkspaceId> known() {
        return known;
    }

    @Override
    public KafkaParticipant.Extra extra() {
        return side;
    }
}
