package io.lifeboat.benchmarks.log;

import io.lifeboat.benchmarks.process.RawClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The peer: a consumer that polls partitions from their beginnings to their ends, and does nothing with what comes. */
final class BareReader {
    private static final Duration POLL = Duration.ofSeconds(5);

    private BareReader() {}

    /** Records a second. */
    static double read(String bootstrap, List<TopicPartition> partitions) {
        long started = System.nanoTime();
        long records = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = RawClients.consumer(bootstrap)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long total = ends.values().stream().mapToLong(Long::longValue).sum();
            while (records < total) {
                int count = consumer.poll(POLL).count();
                if (count == 0) {
                    throw new IllegalStateException(
                            "%d of %d records came, then nothing for %s".formatted(records, total, POLL));
                }
                records += count;
            }
            return records / ((System.nanoTime() - started) / 1e9); // closing waits for a last, empty fetch
        }
    }
}
