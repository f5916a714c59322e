package io.lifeboat.service;

import io.lifeboat.events.fold.Guards;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.kafka.KafkaParticipant;
import io.lifeboat.saga.kafka.KafkaSettings;
import io.lifeboat.saga.step.StepAction;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** The participant of this process: started with it, ended with it. */
@Singleton
public class Host {
    private static final Logger LOG = Logger.getLogger(Host.class);
    private static final int PATIENCE_SECONDS = 5;

    private final Settings self;
    private final KafkaParticipant participant;
    private final ParticipantMetrics metrics;

    Host(ServiceSettings settings, Role role, @All List<StepAction> actions, MeterRegistry registry) {
        this.self = new Settings(
                role.service(),
                new ProcessId(UUID.randomUUID()),
                settings.instance().orElse(role.service().text()),
                settings.beat(),
                settings.aliveFor(),
                settings.resend(),
                Guards.ALL);
        this.metrics = new ParticipantMetrics(self, registry);
        this.participant = new KafkaParticipant(
                self,
                kafka(settings.kafka()),
                role.known(),
                actions,
                running -> role.decider(self, running),
                metrics,
                role.extra());
    }

    private static KafkaSettings kafka(ServiceSettings.Kafka settings) {
        return new KafkaSettings(
                settings.bootstrap(),
                settings.replication(),
                settings.minInSync(),
                settings.createTopics(),
                settings.client());
    }

    void start(@Observes StartupEvent event) {
        metrics.watch(participant);
        participant.start();
        LOG.infof("started service=%s instance=%s process=%s", self.service(), self.instance(), self.process());
    }

    void stop(@Observes ShutdownEvent event) {
        participant.close();
        LOG.infof("stopped service=%s instance=%s process=%s", self.service(), self.instance(), self.process());
    }

    public Settings self() {
        return self;
    }

    public KafkaParticipant participant() {
        return participant;
    }

    /**
     * Whether this process is the one of its service that acts for a workspace now. Work beside the saga asks this, so that replicas do
     * not do the same; it is no lock.
     */
    public boolean owns(WorkspaceId workspace) throws InterruptedException {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        participant.onLoop(known -> answer.complete(known.isCaughtUp() && known.owns(workspace)));
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return false; // a loop this busy has no time for other work either
        } catch (ExecutionException e) {
            throw new IllegalStateException("the participant's state could not be read", e.getCause());
        }
    }
}
