package io.lifeboat.detector.incident;

import io.lifeboat.detector.incident.health.Heard;
import io.lifeboat.events.command.CommandIssued;
import io.lifeboat.events.health.HealthEvent;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.health.VantageBeat;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.kafka.KafkaParticipant;
import io.lifeboat.saga.kafka.LogReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the detector reads beside the saga's own topics: health and commands. Everything comes on the participant's loop, where
 * the decider lives too.
 */
final class IncidentSide implements KafkaParticipant.Extra {
    private final List<WorkspaceId> known;
    private final DetectorDecider decider;
    private final Supplier<KafkaParticipant> participant;
    private final DeadLetters deadLetters;
    private boolean live;

    IncidentSide(
            List<WorkspaceId> known,
            DetectorDecider decider,
            Supplier<KafkaParticipant> participant,
            Supplier<Settings> self,
            MeterRegistry registry) {
        this.known = List.copyOf(known);
        this.decider = decider;
        this.participant = participant;
        this.deadLetters = new DeadLetters(participant, self, registry);
    }

    @Override
    public List<LogReader.Source> sources() {
        return List.of(LogReader.Source.whole(Topics.HEALTH), LogReader.Source.whole(Topics.COMMANDS));
    }

    @Override
    public void record(ConsumerRecord<byte[], byte[]> raw, Envelope envelope) {
        Instant appended = Instant.ofEpochMilli(raw.timestamp());
        if (envelope.event() instanceof HealthEvent health) {
            decider.hear(
                    health, envelope.writer(), live ? Heard.live(appended, Instant.now()) : Heard.replayed(appended));
            poke(health);
        } else if (envelope.event() instanceof CommandIssued command) {
            decider.take(command, raw.offset(), appended, live);
            pokeAll();
        }
    }

    /** A beat changes nothing that the next look would not find: the participant looks several times a second. */
    private void poke(HealthEvent health) {
        switch (health) {
            case TargetReported report -> poke(report.workspace());
            case VantageBeat beat -> {
                if (beat.abstains() != null || beat.leaving()) {
                    pokeAll();
                }
            }
        }
    }

    private void pokeAll() {
        known.forEach(this::poke);
    }

    private void poke(WorkspaceId workspace) {
        if (live && known.contains(workspace)) {
            participant.get().poke(workspace);
        }
    }

    @Override
    public void caughtUp() {
        live = true;
    }

    @Override
    public void tailLost() {
        decider.tailLost(Instant.now());
    }

    @Override
    public boolean pinsLog() {
        return true;
    }

    @Override
    public void unreadable(ConsumerRecord<byte[], byte[]> raw, String reason) {
        deadLetters.write(raw, reason, live);
    }
}
