package io.lifeboat.saga.kafka;

import io.lifeboat.events.serde.Decoded;
import io.lifeboat.events.serde.EventCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads whole topics without a group, from their beginning (or from some time ago), for as long as it lives; says when it has
 * reached the ends that they had when it started, and when a log turned out to have lost its tail. One thread of its own;
 * {@link #close} may be called from any.
 */
public final class LogReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
    private static final long NOT_READ = -1;
    private static final Duration POLL = Duration.ofMillis(500);
    /** From so many records on, which only a reader that is behind gets at once, decoding is worth a second core. */
    static final int MANY = 500;

    private static final Duration LET_CLOSE = Duration.ofSeconds(1);

    /**
     * A topic to read.
     *
     * @param since how far back to start; absent or null: from the beginning
     */
    public record Source(String topic, Duration since) {
        public static Source whole(String topic) {
            return new Source(topic, null);
        }
    }

    /** What was read: the raw record beside what became of reading it. */
    public record Item(ConsumerRecord<byte[], byte[]> raw, Decoded decoded) {}

    /** Called on the reader's thread; a slow one slows the reading down. */
    public interface Handler {
        void records(List<Item> items);

        /** All topics have been read to the ends that they had at the start, or at the last loss. */
        void caughtUp();

        /** Reading starts anew from the beginning, because the client broke: what was read before comes again. */
        void restarted();

        /** What was read before does not stand in the log any more: everything is read again from the beginning. */
        void tailLost(String why);
    }

    private final KafkaSettings settings;
    private final String client;
    private final List<Source> sources;
    private final Handler handler;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread thread;
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile long lag = NOT_READ;

    public LogReader(KafkaSettings settings, String client, List<Source> sources, Handler handler) {
        this.settings = settings;
        this.client = client;
        this.sources = List.copyOf(sources);
        this.handler = handler;
        this.thread = Thread.ofPlatform().name(client + "-reader").daemon(true).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Records between what was read and the ends that the consumer knows; -1 before the first poll. */
    public long lag() {
        return lag;
    }

    private void run() {
        while (!closed.get()) {
            try (KafkaConsumer<byte[], byte[]> opened = new KafkaConsumer<>(
                    settings.consumer(client), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer = opened;
                read(opened);
            } catch (WakeupException | InterruptException e) {
                LOG.debug("reader of {} was woken up", client);
            } catch (KafkaException e) {
                LOG.warn("reading failed, starts anew client={} reason={}", client, e.toString());
                pause();
                handler.restarted();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500)); // a broken client must not spin; nothing can be awaited here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.set(true);
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> from) {
        List<TopicPartition> partitions = assign(from);
        if (partitions.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> ends = start(from, partitions);
        boolean behind = true;
        while (!closed.get()) {
            if (behind && hasReached(from, ends)) {
                behind = false;
                handler.caughtUp();
            }
            try {
                handle(from.poll(POLL));
                measure(from, partitions);
            } catch (OffsetOutOfRangeException e) { // its subclass LogTruncationException too
                handler.tailLost(e.getMessage());
                ends = restart(from, partitions);
                behind = true;
            }
        }
    }

    private List<TopicPartition> assign(KafkaConsumer<byte[], byte[]> from) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Source source : sources) {
            List<PartitionInfo> infos = from.partitionsFor(source.topic());
            if (infos == null || infos.isEmpty()) {
                LOG.warn("topic is not there yet topic={}", source.topic());
                pause();
                return List.of();
            }
            infos.forEach(info -> partitions.add(new TopicPartition(source.topic(), info.partition())));
        }
        from.assign(partitions);
        return partitions;
    }

    private Map<TopicPartition, Long> start(KafkaConsumer<byte[], byte[]> from, List<TopicPartition> partitions) {
        Map<String, Duration> since = new HashMap<>();
        sources.forEach(source -> since.put(source.topic(), source.since()));
        Map<TopicPartition, Long> times = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Duration back = since.get(partition.topic());
            if (back != null) {
                times.put(partition, System.currentTimeMillis() - back.toMillis());
            }
        }
        Map<TopicPartition, Long> ends = from.endOffsets(partitions);
        from.seekToBeginning(
                partitions.stream().filter(p -> !times.containsKey(p)).toList());
        from.offsetsForTimes(times)
                .forEach((partition, found) ->
                        from.seek(partition, found == null ? ends.get(partition) : found.offset()));
        return ends;
    }

    private static Map<TopicPartition, Long> restart(
            KafkaConsumer<byte[], byte[]> from, List<TopicPartition> partitions) {
        from.seekToBeginning(partitions);
        return from.endOffsets(partitions);
    }

    private static boolean hasReached(KafkaConsumer<byte[], byte[]> from, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> from.position(end.getKey()) >= end.getValue());
    }

    private void handle(ConsumerRecords<byte[], byte[]> polled) {
        if (polled.isEmpty()) {
            return;
        }
        handler.records(polled.count() < MANY ? decode(polled) : decodeInParallel(polled));
    }

    private static List<Item> decode(ConsumerRecords<byte[], byte[]> polled) {
        List<Item> items = new ArrayList<>(polled.count());
        for (ConsumerRecord<byte[], byte[]> raw : polled) {
            items.add(decode(raw));
        }
        return items;
    }

    private static List<Item> decodeInParallel(ConsumerRecords<byte[], byte[]> polled) {
        List<ConsumerRecord<byte[], byte[]>> raws = new ArrayList<>(polled.count());
        polled.forEach(raws::add);
        return raws.parallelStream().map(LogReader::decode).toList();
    }

    private static Item decode(ConsumerRecord<byte[], byte[]> raw) {
        return new Item(raw, EventCodec.decode(Wires.of(raw)));
    }

    private void measure(KafkaConsumer<byte[], byte[]> from, List<TopicPartition> partitions) {
        long sum = 0;
        for (TopicPartition partition : partitions) {
            sum += from.currentLag(partition).orElse(0);
        }
        lag = sum;
    }

    @Override
    public void close() {
        closed.set(true);
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            if (!thread.join(LET_CLOSE)) { // an interrupt while the client closes would leave its fetch session behind
                thread.interrupt();
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The topics that it reads. */
    public Set<String> topics() {
        return Set.copyOf(sources.stream().map(Source::topic).toList());
    }
}
