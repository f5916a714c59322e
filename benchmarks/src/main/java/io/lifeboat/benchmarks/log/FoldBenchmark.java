package io.lifeboat.benchmarks.log;

import io.lifeboat.benchmarks.Goal;
import io.lifeboat.benchmarks.Result;
import io.lifeboat.benchmarks.process.Broker;
import io.lifeboat.events.topic.Topics;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;

/** B7b. What a service does at its start, beside a consumer that only polls the same records. */
@Command(
        name = "fold",
        mixinStandardHelpOptions = true,
        description = "A whole log folded by a service that starts, beside a bare consumer.")
public final class FoldBenchmark extends Reading {
    private static final double GOAL = 0.35;

    @Override
    Readers readers(Broker broker, LogFiller.Filled filled) {
        List<TopicPartition> all = IntStream.range(0, Topics.INCIDENT_PARTITIONS)
                .mapToObj(i -> new TopicPartition(Topics.INCIDENTS, i))
                .toList();
        return new Readers() {
            @Override
            public double ours() throws InterruptedException {
                return FoldedLog.read(broker.settings(), filled.records(), filled.incidents());
            }

            @Override
            public double peer() {
                return BareReader.read(broker.bootstrap(), all);
            }
        };
    }

    @Override
    Result result(double ours, double peer) {
        return Result.beside("fold", "records/s", ours, peer, new Goal.RatioAtLeast(GOAL));
    }
}
