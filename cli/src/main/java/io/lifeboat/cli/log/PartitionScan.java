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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
    /** Closing waits for the fetch under way: half a second by default, which was most of the time of a timeline. */
    private static final String FETCH_WAIT_MILLIS = "20";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private long newest; // append time, in milliseconds since 1970

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
        Properties properties = kafka.consumer("lifeboat-cli");
        properties.put("fetch.max.wait.ms", FETCH_WAIT_MILLIS);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Keys among these. */
    public static Predicate<byte[]> keys(Set<String> wanted) {
        byte[][] keys =
                wanted.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        return key -> key != null && contains(keys, key);
    }

    /** By hand: it is asked of every record of the partition. */
    private static boolean contains(byte[][] keys, byte[] key) {
        for (byte[] one : keys) {
            if (Arrays.equals(one, key)) {
                return true;
            }
        }
        return false;
    }

    public int number() {
        return partition.partition();
    }

    /**
     * Reads to the end as it is now. What cannot be read at all is passed over: it is in the dead letters.
     *
     * @param onRecord called for one record after the other, on another thread: what was polled is folded while more is polled
     */
    public void read(Predicate<byte[]> wanted, Consumer<LogRecord> onRecord) throws InterruptedException {
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        CompletableFuture<Void> folding = CompletableFuture.completedFuture(null);
        while (consumer.position(partition) < end) {
            List<Timed> polled = poll(wanted);
            await(folding);
            folding = CompletableFuture.runAsync(() -> decode(polled, onRecord));
        }
        await(folding);
    }

    private static void await(CompletableFuture<Void> folding) throws InterruptedException {
        try {
            folding.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw cause instanceof RuntimeException expected ? expected : new IllegalStateException(cause);
        }
    }

    /** Reads what has come since, for a little while. */
    public void poll(Predicate<byte[]> wanted, Consumer<LogRecord> onRecord) throws InterruptedException {
        decode(poll(wanted), onRecord);
    }

    private List<Timed> poll(Predicate<byte[]> wanted) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("reading was interrupted");
        }
        List<Timed> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> raw : consumer.poll(POLL)) {
            newest = Math.max(newest, raw.timestamp());
            if (wanted.test(raw.key())) {
                found.add(new Timed(raw, newest));
            }
        }
        return found;
    }

    private static void decode(List<Timed> polled, Consumer<LogRecord> onRecord) {
        for (Timed timed : polled) {
            if (EventCodec.decode(Wires.of(timed.raw())) instanceof Decoded.Readable readable) {
                onRecord.accept(timed.record(readable.envelope()));
            }
        }
    }

    /**
     * A wanted record.
     *
     * @param newest time up to it, in milliseconds: the fold's time never goes back, also over records that were passed over
     */
    private record Timed(ConsumerRecord<byte[], byte[]> raw, long newest) {
        LogRecord record(Envelope envelope) {
            return new LogRecord(
                    raw.partition(),
                    raw.offset(),
                    Instant.ofEpochMilli(newest),
                    envelope.id(),
                    envelope.writer(),
                    envelope.event());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
