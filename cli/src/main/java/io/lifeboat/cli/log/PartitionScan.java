package io.lifeboat.cli.log;

import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.serde.Decoded;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.saga.kafka.KafkaSettings;
import io.lifeboat.saga.kafka.Wires;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one partition from its beginning. Records whose key is not wanted are passed over undecoded, but for their time: that
 * one timeline out of a million events comes quickly rests on it. Not thread-safe.
 */
public final class PartitionScan implements AutoCloseable {
    /** Every record. */
    public static final Predicate<byte[]> ALL = key -> true;

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private Instant newest = Instant.EPOCH;

    private PartitionScan(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        this.consumer = consumer;
        this.partition = partition;
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /** The only partition of a topic. */
    public static PartitionScan only(KafkaSettings kafka, String topic) {
        return new PartitionScan(consumer(kafka), new TopicPartition(topic, 0));
    }

    /** The partition that a key falls into. */
    public static PartitionScan of(KafkaSettings kafka, String topic, String key) {
        KafkaConsumer<byte[], byte[]> consumer = consumer(kafka);
        int partitions = consumer.partitionsFor(topic).size();
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return new PartitionScan(consumer, new TopicPartition(topic, Wires.partition(bytes, partitions)));
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaSettings kafka) {
        return new KafkaConsumer<>(
                kafka.consumer("lifeboat-cli"), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Keys among these. */
    public static Predicate<byte[]> keys(Set<String> wanted) {
        List<byte[]> keys =
                wanted.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toList();
        return key -> key != null && keys.stream().anyMatch(one -> Arrays.equals(one, key));
    }

    public int number() {
        return partition.partition();
    }

    /** Reads to the end as it is now. What cannot be read at all is passed over: it is in the dead letters. */
    public void read(Predicate<byte[]> wanted, Consumer<LogRecord> onRecord) throws InterruptedException {
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
            poll(wanted, onRecord);
        }
    }

    /** Reads what has come since, for a little while. */
    public void poll(Predicate<byte[]> wanted, Consumer<LogRecord> onRecord) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("reading was interrupted");
        }
        for (ConsumerRecord<byte[], byte[]> raw : consumer.poll(POLL)) {
            Instant at = Instant.ofEpochMilli(raw.timestamp());
            newest = at.isAfter(newest) ? at : newest;
            if (wanted.test(raw.key()) && EventCodec.decode(Wires.of(raw)) instanceof Decoded.Readable readable) {
                onRecord.accept(record(raw, readable.envelope()));
            }
        }
    }

    /** The fold's time never goes back, also over records that were passed over. */
    private LogRecord record(ConsumerRecord<byte[], byte[]> raw, Envelope envelope) {
        return new LogRecord(raw.partition(), raw.offset(), newest, envelope.id(), envelope.writer(), envelope.event());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
