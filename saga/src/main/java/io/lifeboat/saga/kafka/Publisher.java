package io.lifeboat.saga.kafka;

import io.lifeboat.events.serde.Wire;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends records with {@code acks=all}. Sending happens on a thread of its own, because a producer may block while the broker
 * is away. A producer that is broken for good is replaced. Thread-safe.
 */
public final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final KafkaSettings settings;
    private final String client;
    private final ExecutorService sender;
    private KafkaProducer<byte[], byte[]> producer; // on the sender's thread alone, and in close

    public Publisher(KafkaSettings settings, String client) {
        this.settings = settings;
        this.client = client;
        this.sender = Executors.newSingleThreadExecutor(task ->
                Thread.ofPlatform().name(client + "-sender").daemon(true).unstarted(task));
        this.producer = open();
    }

    private KafkaProducer<byte[], byte[]> open() {
        return new KafkaProducer<>(settings.producer(client), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Appends; never blocks.
     *
     * @param partition null: by the key
     * @param onDone whether it was acknowledged; called on a client's thread
     */
    public void append(String topic, Integer partition, Wire wire, Consumer<Boolean> onDone) {
        try {
            sender.execute(() -> send(topic, partition, wire, onDone));
        } catch (RejectedExecutionException e) {
            onDone.accept(false); // closing
        }
    }

    private void send(String topic, Integer partition, Wire wire, Consumer<Boolean> onDone) {
        try {
            Future<?> unused = producer.send(
                    Wires.produced(topic, partition, wire), (metadata, failure) -> onDone.accept(failure == null));
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("append failed topic={} reason={}", topic, e.toString());
            replace();
            onDone.accept(false);
        }
    }

    private void replace() {
        producer.close(Duration.ZERO);
        producer = open();
    }

    @Override
    public void close() {
        sender.shutdown();
        try {
            if (!sender.awaitTermination(4, java.util.concurrent.TimeUnit.SECONDS)) {
                LOG.warn("sender did not end in time client={}", client);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(1));
    }
}
