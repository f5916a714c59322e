package io.lifeboat.verifier.baseline;

import io.lifeboat.service.Host;
import io.lifeboat.verifier.VerifierSettings;
import io.lifeboat.workspaces.config.LifeboatConfig;
import io.lifeboat.workspaces.config.WorkspaceConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has each configured workspace watched, on a virtual thread of its own, for as long as the process lives. */
@Singleton
public class BaselineWatch {
    private static final Logger LOG = Logger.getLogger(BaselineWatch.class);
    /** After the participant was started, and stopped before it is. */
    private static final int AFTER_HOST = 3000;

    private final LifeboatConfig config;
    private final VerifierSettings settings;
    private final BaselineTaker.Tools tools;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    BaselineWatch(
            LifeboatConfig config,
            VerifierSettings settings,
            MarkReader marks,
            BaselineReader reader,
            Host host,
            Looks looks,
            Prepared prepared) {
        this.config = config;
        this.settings = settings;
        this.tools = new BaselineTaker.Tools(
                settings, marks, reader, new ParticipantHead(host.participant()), looks, prepared, Clock.systemUTC());
    }

    void start(@Observes @Priority(AFTER_HOST) StartupEvent event) {
        if (!settings.baseline().enabled()) {
            LOG.info("records no baselines: lifeboat.verifier.baseline.enabled is false");
            return;
        }
        for (WorkspaceConfig workspace : config.workspaces()) {
            BaselineTaker taker = new BaselineTaker(workspace, tools);
            threads.add(Thread.ofVirtual().name("baseline-" + workspace.id()).start(() -> watch(workspace, taker)));
        }
    }

    private void watch(WorkspaceConfig workspace, BaselineTaker taker) {
        long period = settings.baseline().watch().toNanos();
        try {
            while (!stop.await(period, TimeUnit.NANOSECONDS)) {
                step(workspace, taker);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A bug here must not end the watch of a workspace for good. */
    private static void step(WorkspaceConfig workspace, BaselineTaker taker) throws InterruptedException {
        try {
            taker.step();
        } catch (RuntimeException e) {
            LOG.errorf(e, "bug while watching workspace=%s", workspace.id());
        }
    }

    void end(@Observes ShutdownEvent event) {
        stop.countDown();
        threads.forEach(Thread::interrupt);
    }
}
