package io.lifeboat.verifier.baseline;

import io.lifeboat.events.fold.Workspace;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.saga.core.Participant;
import io.lifeboat.saga.kafka.KafkaParticipant;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the participant on its loop. */
final class ParticipantHead implements Head {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaParticipant participant;

    ParticipantHead(KafkaParticipant participant) {
        this.participant = participant;
    }

    @Override
    public Optional<Workspace> owned(WorkspaceId workspace) throws InterruptedException {
        CompletableFuture<Optional<Workspace>> answer = new CompletableFuture<>();
        participant.onLoop(known -> answer.complete(state(known, workspace)));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.empty(); // a loop this busy has no time for baselines either
        } catch (ExecutionException e) {
            throw new IllegalStateException("the participant's state could not be read", e.getCause());
        }
    }

    private static Optional<Workspace> state(Participant participant, WorkspaceId workspace) {
        return participant.isCaughtUp() && participant.owns(workspace)
                ? Optional.of(participant.workspace(workspace))
                : Optional.empty();
    }

    @Override
    public void poke(WorkspaceId workspace) {
        participant.poke(workspace);
    }
}
