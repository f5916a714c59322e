package io.lifeboat.benchmarks.log;

import io.lifeboat.benchmarks.Goal;
import io.lifeboat.benchmarks.Result;
import io.lifeboat.benchmarks.process.Broker;
import io.lifeboat.events.id.IncidentId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.kafka.KafkaParticipant;
import io.lifeboat.saga.kafka.WorkspaceHistory;
import java.time.Duration;
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
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Override
    Readers readers(Broker broker, LogFiller.Filled filled) {
        int number = filled.incidents() / 2;
        WorkspaceId workspace = filled.workspaces().get(number % filled.workspaces().size());
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
        WorkspaceHistory history = WorkspaceHistory.read(broker.settings(), workspace, LIMIT);
        long events = history.of(incident).size();
        double seconds = (System.nanoTime() - started) / 1e9;
        if (events != FailoverStory.EVENTS) {
            throw new IllegalStateException(
                    "the timeline has %d events, expected %d".formatted(events, FailoverStory.EVENTS));
        }
        return history.records() / seconds;
    }

    @Override
    Result result(double ours, double peer) {
        return Result.beside("timeline", "records/s", ours, peer, new Goal.RatioAtLeast(GOAL));
    }
}
