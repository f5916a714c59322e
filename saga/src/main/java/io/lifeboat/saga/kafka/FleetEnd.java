package io.lifeboat.saga.kafka;

import io.lifeboat.events.topic.Topics;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The barrier: where {@code lifeboat.fleet} ends now. All that was acknowledged before the question stands below the answer.
 * A consumer of its own, so that no poll is waited for. Thread-safe.
 */
final class FleetEnd implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FleetEnd.class);
    private static final TopicPartition FLEET = new TopicPartition(Topics.FLEET, 0);

    private final ReentrantLock asking = new ReentrantLock();
    private final KafkaConsumer<byte[], byte[]> consumer; // under the lock alone

    FleetEnd(KafkaSettings settings, String client) {
        this.consumer = new KafkaConsumer<>(
                settings.consumer(client + "-barrier"), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(FLEET)); // so that its client keeps knowing who leads the partition
    }

    /** Waits for the broker's answer; empty if it cannot be had in time. */
    OptionalLong ask() {
        asking.lock();
        try {
            Long end = consumer.endOffsets(List.of(FLEET)).get(FLEET);
            return end == null ? OptionalLong.empty() : OptionalLong.of(end);
        } catch (KafkaException | IllegalStateException e) { // closed, among others
            LOG.warn("the end of the fleet's log cannot be had reason={}", e.toString());
            return OptionalLong.empty();
        } finally {
            asking.unlock();
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        asking.lock();
        try {
            consumer.close();
        } finally {
            asking.unlock();
        }
    }
}
