package io.lifeboat.saga.kafka;

import io.lifeboat.events.topic.Topics;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
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

    private final ExecutorService asker;
    private final KafkaConsumer<byte[], byte[]> consumer; // on the asker's thread alone, and in close

    FleetEnd(KafkaSettings settings, String client) {
        this.consumer = new KafkaConsumer<>(
                settings.consumer(client + "-barrier"), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.asker = Executors.newSingleThreadExecutor(task ->
                Thread.ofPlatform().name(client + "-barrier").daemon(true).unstarted(task));
    }

    /** @param onDone called on a thread of its own, never the caller's */
    void ask(Consumer<OptionalLong> onDone) {
        try {
            asker.execute(() -> onDone.accept(ask()));
        } catch (RejectedExecutionException e) {
            LOG.debug("not asked, it is closing"); // the process ends: nobody acts on an answer any more
        }
    }

    private OptionalLong ask() {
        try {
            Long end = consumer.endOffsets(List.of(FLEET)).get(FLEET);
            return end == null ? OptionalLong.empty() : OptionalLong.of(end);
        } catch (KafkaException e) {
            LOG.warn("the end of the fleet's log cannot be had reason={}", e.toString());
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        asker.execute(consumer::close);
        asker.shutdown();
        try {
            asker.awaitTermination(2, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
