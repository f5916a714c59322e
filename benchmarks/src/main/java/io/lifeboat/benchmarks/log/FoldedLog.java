package io.lifeboat.benchmarks.log;

import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.id.ProcessId;
import io.lifeboat.events.id.Service;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.core.Listener;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.core.StepDecider;
import io.lifeboat.saga.kafka.KafkaParticipant;
import io.lifeboat.saga.kafka.KafkaSettings;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ours: a service that starts, and folds the whole log until it is ready. */
final class FoldedLog {
    private static final long LIMIT_SECONDS = 300;

    private FoldedLog() {}

    /**
     * Records a second, from the service's start until everything has been folded.
     *
     * @param expected incidents that must have been opened and closed: so nothing was void or left out
     */
    static double read(KafkaSettings kafka, long records, int expected) throws InterruptedException {
        Settings self = Settings.of(Service.RESTORE, new ProcessId(UUID.randomUUID()), "bench-fold");
        CompletableFuture<Long> done = new CompletableFuture<>();
        long started = System.nanoTime();
        try (KafkaParticipant participant = new KafkaParticipant(
                self,
                kafka,
                List.of(),
                List.of(),
                running -> new StepDecider(self, running),
                Listener.NONE,
                new KafkaParticipant.Extra() {
                    @Override
                    public void caughtUp() {
                        done.complete(System.nanoTime());
                    }
                })) {
            participant.start();
            double seconds = (await(done) - started) / 1e9;
            requireAll(participant, expected);
            return records / seconds;
        }
    }

    private static void requireAll(KafkaParticipant participant, int expected) throws InterruptedException {
        CompletableFuture<Long> opened = new CompletableFuture<>();
        participant.onLoop(folded -> {
            long sum = 0;
            for (int i = 0; i < Topics.INCIDENT_PARTITIONS; i++) {
                sum += closed(folded.partition(i));
            }
            opened.complete(sum);
        });
        long closed = await(opened);
        if (closed != expected) {
            throw new IllegalStateException(
                    "%d incidents were opened and closed, expected %d".formatted(closed, expected));
        }
    }

    private static long closed(Partition partition) {
        return partition.workspaces().values().stream()
                .mapToLong(
                        workspace -> workspace.lastSeq() - workspace.incidents().size())
                .sum();
    }

    private static long await(CompletableFuture<Long> answer) throws InterruptedException {
        try {
            return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the log was not folded within " + LIMIT_SECONDS + " s", e);
        }
    }
}
