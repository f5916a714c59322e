package io.lifeboat.benchmarks.log;

import io.lifeboat.benchmarks.Goal;
import io.lifeboat.benchmarks.Result;
import io.lifeboat.benchmarks.process.Broker;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.kafka.KafkaParticipant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;

/** B7a. The timeline of one incident, void records marked, beside a consumer that only polls the same partition. */
@Command(
        name = "timeline",
        mixinStandardHelpOptions = true,
        description = "The timeline of one incident out of a whole log, beside a bare consumer.")
public final class TimelineBenchmark extends Reading {
    private static final double GOAL = 0.9;

    @Override
    Readers readers(Broker broker, LogFiller.Filled filled) {
        int number = filled.incidents() / 2;
        WorkspaceId workspace =
                filled.workspaces().get(number % filled.workspaces().size());
        IncidentId incident = FailoverStory.id(number);
        int partition = KafkaParticipant.partitionOf(workspace);
        return new Readers() {
            @Override
            public double ours() throws InterruptedException {
                return timeline(broker, workspace, incident);
            }

            @Override
            public double peer() {
                return BareReader.read(broker.bootstrap(), List.of(new TopicPartition(Topics.INCIDENTS, partition)));
            }
        };
    }

    /** Records gone through a second. */
    private static double timeline(Broker broker, WorkspaceId workspace, IncidentId incident)
            throws InterruptedException {
        long started = System.nanoTime();
        Replay replay = Replay.of(broker.settings(), workspace, incident);
        double seconds = (replay.finished() - started) / 1e9;
        if (replay.effective() != FailoverStory.EVENTS) {
            throw new IllegalStateException("the timeline has %d events that count, expected %d"
                    .formatted(replay.effective(), FailoverStory.EVENTS));
        }
        return replay.records() / seconds;
    }

    @Override
    Result result(double ours, double peer) {
        return Result.beside("timeline", "records/s", ours, peer, new Goal.RatioAtLeast(GOAL));
    }
}
