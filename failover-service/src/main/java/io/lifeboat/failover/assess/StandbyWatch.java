package io.lifeboat.failover.assess;

import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.saga.step.StepOutcome;
import io.lifeboat.service.Host;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.Site;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Assesses the standbys again and again while all is well, exactly as a failover would: so an unfit one is known before it is
 * needed, and the incident does not run this code for the first time. One virtual thread a workspace. Thread-safe.
 */
@Singleton
public class StandbyWatch {
    private static final Logger LOG = Logger.getLogger(StandbyWatch.class);

    /** So many with all that was recorded, one soon after the other: they are the rehearsal. */
    private static final int FIRST_LOOKS = 4;

    private final StandbySettings settings;
    private final Assessor assessor;
    private final Host host;
    private final MeterRegistry registry;
    private final List<Thread> watchers;
    private final Map<Place, Fitness> seen = new ConcurrentHashMap<>();

    private record Place(WorkspaceId workspace, SiteId site) {}

    /** What was found at the last look. */
    private enum Fitness {
        FIT,
        UNFIT,
        UNKNOWN
    }

    /** @throws IllegalArgumentException naming the setting, if there is no time between two looks */
    StandbyWatch(
            LifeboatConfig config, StandbySettings settings, Assessor assessor, Host host, MeterRegistry registry) {
        requirePositive("lifeboat.standby.first-look", settings.firstLook());
        requirePositive("lifeboat.standby.look", settings.look());
        this.settings = settings;
        this.assessor = assessor;
        this.host = host;
        this.registry = registry;
        this.watchers = config.workspaces().stream()
                .map(workspace ->
                        Thread.ofVirtual().name("standby-" + workspace.id()).unstarted(() -> watch(workspace)))
                .toList();
    }

    static void requirePositive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("%s: expected more than zero, got %s".formatted(key, value));
        }
    }

    /** After the participant was started, which it asks. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        watchers.forEach(Thread::start);
    }

    /** Before the participant ends. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        watchers.forEach(Thread::interrupt);
    }

    private void watch(WorkspaceConfig workspace) {
        try {
            host.participant().awaitReady();
            int first = FIRST_LOOKS;
            while (true) {
                first -= look(workspace) && first > 0 ? 1 : 0;
                Thread.sleep(first == 0 ? settings.look() : settings.firstLook());
            }
        } catch (InterruptedException e) {
            LOG.debugf("standbys no longer watched workspace=%s", workspace.id());
        }
    }

    /** Returns whether there was something to compare with. */
    private boolean look(WorkspaceConfig workspace) throws InterruptedException {
        try {
            Workspace state = host.participant().workspace(workspace.id());
            SiteId active = state.active();
            if (active == null || state.lockHolder().isPresent()) {
                return false; // which one is the standby is not known, or is about to change
            }
            for (Site standby : workspace.standbysOf(active)) {
                tell(
                        new Place(workspace.id(), standby.id()),
                        assessor.assess(
                                workspace,
                                standby,
                                state.baseline(),
                                workspace.policies().maxLag(),
                                false));
            }
            forget(workspace.id(), active);
            return state.baseline() != null;
        } catch (IllegalStateException e) {
            LOG.warnf("the standbys cannot be assessed workspace=%s reason=%s", workspace.id(), e.getMessage());
            return false;
        }
    }

    private void forget(WorkspaceId workspace, SiteId active) {
        seen.computeIfPresent(new Place(workspace, active), (place, before) -> Fitness.UNKNOWN);
    }

    private void tell(Place place, StepOutcome outcome) {
        Fitness fitness = switch (outcome) {
            case StepOutcome.Done done -> Fitness.FIT;
            case StepOutcome.Failed failed -> Fitness.UNFIT;
            case StepOutcome.Retry retry -> Fitness.UNKNOWN;
            case StepOutcome.Unsealed unsealed -> Fitness.UNKNOWN;
            case StepOutcome.Conflict conflict -> Fitness.UNKNOWN;
            case StepOutcome.NotStarted held -> Fitness.UNKNOWN;
        };
        Fitness before = seen.put(place, fitness);
        if (before == null) {
            gauge(place);
        }
        if (fitness != before) {
            LOG.logf(
                    fitness == Fitness.FIT ? Logger.Level.INFO : Logger.Level.WARN,
                    "standby looked at workspace=%s site=%s state=%s why=%s",
                    place.workspace(),
                    place.site(),
                    fitness,
                    outcome.why());
        }
    }

    private void gauge(Place place) {
        Gauge.builder("lifeboat.standby.fit", seen, all -> value(all.getOrDefault(place, Fitness.UNKNOWN)))
                .tag("workspace", place.workspace().value())
                .tag("site", place.site().value())
                .description("1 while the site could take over, 0 while it could not, NaN while that is not known")
                .register(registry);
    }

    private static double value(Fitness fitness) {
        return switch (fitness) {
            case FIT -> 1;
            case UNFIT -> 0;
            case UNKNOWN -> Double.NaN;
        };
    }
}
