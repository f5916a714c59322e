package io.lifeboat.service;

import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Ruling;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.StepClaimed;
import io.lifeboat.events.incident.StepEnded;
import io.lifeboat.saga.Decision;
import io.lifeboat.saga.core.Listener;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.kafka.KafkaParticipant;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Metrics and logs of a participant, as a decorator: nothing of them stands in the core. */
final class ParticipantMetrics implements Listener {
    private static final Logger LOG = Logger.getLogger("io.lifeboat.saga");

    private final MeterRegistry registry;
    private final List<Tag> tags;

    ParticipantMetrics(Settings self, MeterRegistry registry) {
        this.registry = registry;
        this.tags = List.of(Tag.of("service", self.service().text()), Tag.of("instance", self.instance()));
    }

    void watch(KafkaParticipant participant) {
        Gauge.builder("lifeboat.head.lag", participant, p -> p.lag())
                .tags(tags)
                .description("records between what was folded and the end of the log")
                .register(registry);
        Gauge.builder(
                        "lifeboat.broker.silence.seconds",
                        participant,
                        p -> p.brokerSilence().toMillis() / 1000.0)
                .tags(tags)
                .description("time since the broker acknowledged anything")
                .register(registry);
    }

    @Override
    public void folded(LogRecord record, Ruling ruling) {
        String type = record.event().getClass().getSimpleName();
        registry.counter(
                        "lifeboat.records",
                        "type",
                        type,
                        "ruling",
                        ruling.getClass().getSimpleName())
                .increment();
    }

    @Override
    public void decided(WorkspaceId workspace, Decision decision) {
        if (decision instanceof Decision.Append || decision instanceof Decision.Claim) {
            LOG.infof("decided workspace=%s why=%s", workspace, decision.why());
        }
    }

    @Override
    public void claimWon(StepClaimed claim) {
        registry.counter("lifeboat.claims.won", tags).increment();
        LOG.infof(
                "claim won workspace=%s incident=%s step=%s attempt=%d claim=%s",
                claim.workspace(), claim.incident(), claim.step(), claim.attempt(), claim.claim());
    }

    @Override
    public void claimLost(StepClaimed claim, String why) {
        registry.counter("lifeboat.claims.lost", tags).increment();
        LOG.infof(
                "claim lost workspace=%s incident=%s step=%s attempt=%d why=%s",
                claim.workspace(), claim.incident(), claim.step(), claim.attempt(), why);
    }

    @Override
    public void stepEnded(StepEnded event, Duration took) {
        registry.timer(
                        "lifeboat.step",
                        "step",
                        event.step().value(),
                        "verdict",
                        event.verdict().name())
                .record(took);
        LOG.infof(
                "step ended workspace=%s incident=%s step=%s verdict=%s millis=%d why=%s",
                event.workspace(), event.incident(), event.step(), event.verdict(), took.toMillis(), event.why());
    }

    @Override
    public void ownership(int partition, boolean owner, long term) {
        LOG.infof("%s partition=%d term=%d", owner ? "owns partition" : "lost partition", partition, term);
    }
}
