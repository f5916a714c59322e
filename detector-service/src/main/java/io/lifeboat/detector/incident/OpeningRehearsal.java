package io.lifeboat.detector.incident;

import io.lifeboat.detector.incident.health.Heard;
import io.lifeboat.events.Event;
import io.lifeboat.events.fleet.FleetEvent;
import io.lifeboat.events.fold.Fleet;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.health.HealthEvent;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.incident.OwnerMarked;
import io.lifeboat.events.incident.TrafficObserved;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Decoded;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.serde.Writer;
import io.lifeboat.saga.Decision;
import io.lifeboat.service.Rehearsal;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.Target;
import io.lifeboat.workspaces.config.Vantage;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The loss of a workspace's active site, decided in memory until its incident is open. */
@Singleton
final class OpeningRehearsal implements Rehearsal {
    private static final int ROUNDS = 20;
    private static final int MOST_TURNS = 5;

    private final LifeboatConfig config;
    private final IncidentSettings settings;

    OpeningRehearsal(LifeboatConfig config, IncidentSettings settings) {
        this.config = config;
        this.settings = settings;
    }

    @Override
    public int rounds() {
        return config.workspaces().isEmpty() ? 0 : ROUNDS;
    }

    @Override
    public void play(int number) {
        open(config.workspaces().get(number % config.workspaces().size()));
    }

    /** What the detector would append if all nodes of the first site were down. */
    List<Event> open(WorkspaceConfig workspace) {
        Log log = new Log();
        DetectorDecider decider =
                new DetectorDecider(Desks.of(config, DetectorRole.timings(settings), settings.partialGrace()));
        log.append(new OwnerMarked(Service.DETECTOR, log.process, 1));
        log.append(new OwnerMarked(Service.FAILOVER, log.process, 1), Service.FAILOVER);
        Site active = workspace.sites().getFirst();
        log.observe(new TrafficObserved(workspace.id(), active.id(), 1));
        for (Vantage vantage : config.vantages()) {
            hear(decider, log, new VantageBeat(vantage.id(), log.process, 1, Duration.ofSeconds(1), null, false));
            active.targets().forEach(target -> hear(decider, log, down(workspace, vantage, target, log)));
        }
        List<Event> appended = new ArrayList<>();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Decision decision = decider.decide(log.partition.workspace(workspace.id()), log.fleet, log.now);
            if (!(decision instanceof Decision.Append append)) {
                break;
            }
            append.events().forEach(log::append);
            appended.addAll(append.events());
        }
        return appended;
    }

    private static void hear(DetectorDecider decider, Log log, HealthEvent event) {
        decider.hear(event, Writer.of(Service.DETECTOR, log.process), Heard.live(log.now, log.now));
    }

    private static TargetReported down(WorkspaceConfig workspace, Vantage vantage, Target target, Log log) {
        return new TargetReported(
                vantage.id(),
                log.process,
                workspace.id(),
                target.id(),
                "rehearsal",
                TargetState.DOWN,
                log.now,
                "down in a rehearsal",
                Arguments.none());
    }

    /** The log, in memory: what is appended goes through the codec and the folds. */
    private static final class Log {
        private final ProcessId process = new ProcessId(UUID.randomUUID());
        private final Instant now = Instant.now();
        private Partition partition = Partition.empty(0);
        private Fleet fleet = Fleet.empty();
        private long next;

        void append(Event event) {
            append(event, Service.DETECTOR);
        }

        void observe(TrafficObserved event) {
            append(event, Service.FAILOVER);
        }

        private void append(Event event, Service service) {
            Writer writer = Writer.of(service, process);
            EventId id = new EventId(UUID.randomUUID());
            Envelope envelope = new Envelope(id, writer, "rehearsal", now, null, null, event);
            if (!(EventCodec.decode(EventCodec.encode(envelope)) instanceof Decoded.Readable readable)) {
                throw new IllegalStateException("an event of ours cannot be read: " + event);
            }
            LogRecord record = new LogRecord(
                    0, next++, now, id, writer, readable.envelope().event());
            if (event instanceof FleetEvent) {
                fleet = fleet.apply(record);
            } else {
                partition = partition.apply(record);
            }
        }
    }
}
