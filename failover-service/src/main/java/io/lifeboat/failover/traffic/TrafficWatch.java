package io.lifeboat.failover.traffic;

import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.saga.traffic.TrafficSwitch;
import io.lifeboat.service.Host;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Reads the traffic targets beside the saga: often while the log does not say which site is active, seldom afterwards, to
 * report drift. One virtual thread a workspace. Thread-safe.
 */
@Singleton
public class TrafficWatch {
    private static final Logger LOG = Logger.getLogger(TrafficWatch.class);

    private final WatchSettings settings;
    private final Provider<Host> host;
    private final Map<WorkspaceId, Sight> sights = new ConcurrentHashMap<>();
    private final Map<WorkspaceId, AtomicBoolean> drifts = new ConcurrentHashMap<>();
    private final List<Thread> watchers;

    /** @param host asked for late: it needs the role, which needs this */
    TrafficWatch(
            LifeboatConfig config,
            Switches switches,
            WatchSettings settings,
            Provider<Host> host,
            MeterRegistry registry) {
        this.settings = settings;
        this.host = host;
        this.watchers = config.workspaces().stream()
                .map(workspace -> Thread.ofVirtual()
                        .name("traffic-" + workspace.id())
                        .unstarted(() ->
                                watch(workspace, switches.of(workspace.id()).orElseThrow())))
                .toList();
        config.workspaces().forEach(workspace -> gauge(workspace.id(), registry));
    }

    private void gauge(WorkspaceId id, MeterRegistry registry) {
        AtomicBoolean drift = drifts.computeIfAbsent(id, unseen -> new AtomicBoolean());
        Gauge.builder("lifeboat.traffic.drift", drift, is -> is.get() ? 1 : 0)
                .tag("workspace", id.value())
                .description("1 while traffic goes elsewhere than the log says")
                .register(registry);
    }

    /** After the participant was started, which it asks. */
    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        watchers.forEach(Thread::start);
    }

    /** Before the participant ends. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        watchers.forEach(Thread::interrupt);
    }

    /** What was seen last. */
    public Sight sight(WorkspaceId workspace) {
        return sights.getOrDefault(workspace, new Sight.NotYet());
    }

    private void watch(WorkspaceConfig workspace, TrafficSwitch target) {
        try {
            while (true) {
                Thread.sleep(look(workspace, target) ? settings.driftLook() : settings.firstLook());
            }
        } catch (InterruptedException e) {
            LOG.debugf("no longer watched workspace=%s", workspace.id());
        }
    }

    /** Returns whether the log says which site is active. */
    private boolean look(WorkspaceConfig workspace, TrafficSwitch target) throws InterruptedException {
        Sight seen = Sight.of(workspace, target);
        if (!seen.equals(sights.put(workspace.id(), seen))) {
            tell(workspace.id(), seen);
            host.get().participant().poke(workspace.id());
        }
        try {
            Workspace state = host.get().participant().workspace(workspace.id());
            boolean drifts = Drift.between(state, seen).isPresent();
            // The step may have ended between the look and the state: so what is seen after the state decides.
            report(workspace.id(), drifts ? Drift.between(state, Sight.of(workspace, target)) : Optional.empty());
            return state.active() != null;
        } catch (IllegalStateException e) {
            LOG.warnf("the state cannot be asked for workspace=%s reason=%s", workspace.id(), e.getMessage());
            return false;
        }
    }

    private static void tell(WorkspaceId workspace, Sight seen) {
        switch (seen) {
            case Sight.NotYet notYet -> LOG.debugf("traffic not looked at workspace=%s", workspace);
            case Sight.Found found ->
                LOG.infof("traffic seen workspace=%s site=%s epoch=%d", workspace, found.site(), found.epoch());
            case Sight.Foreign foreign ->
                LOG.warnf(
                        "traffic goes to no site workspace=%s value=%s epoch=%d",
                        workspace, foreign.value(), foreign.epoch());
            case Sight.Unreachable lost ->
                LOG.warnf("traffic target unreachable workspace=%s reason=%s", workspace, lost.why());
        }
    }

    private void report(WorkspaceId workspace, Optional<String> drift) {
        AtomicBoolean drifted = drifts.get(workspace);
        if (drifted.getAndSet(drift.isPresent()) != drift.isPresent()) {
            LOG.warnf("traffic drift workspace=%s state=%s", workspace, drift.orElse("as the log says again"));
        }
    }
}
