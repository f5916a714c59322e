package io.lifeboat.failover;

import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.saga.Decision;
import io.lifeboat.saga.core.Listener;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.kafka.KafkaParticipant;
import io.lifeboat.saga.kafka.KafkaSettings;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Takes the detector's part: a real participant that opens an incident. */
final class Opener implements AutoCloseable {
    private final KafkaParticipant participant;

    private Opener(KafkaParticipant participant) {
        this.participant = participant;
    }

    static Opener on(String bootstrap, Function<Workspace, Decision> decide) {
        Settings self = Settings.of(Service.DETECTOR, new ProcessId(UUID.randomUUID()), "opener");
        KafkaParticipant participant = new KafkaParticipant(
                self,
                KafkaSettings.lab(bootstrap),
                List.of(Story.SHOP),
                List.of(),
                running -> (workspace, fleet, now) -> decide.apply(workspace),
                Listener.NONE,
                KafkaParticipant.Extra.NONE);
        return new Opener(participant);
    }

    void start() throws InterruptedException {
        participant.start();
    }

    @Override
    public void close() {
        participant.close();
    }
}
