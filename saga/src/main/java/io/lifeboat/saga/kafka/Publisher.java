package io.lifeboat.saga.kafka;

import io.lifeboat.events.serde.Wire;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends records with {@code acks=all}. A producer may block while the broker is away: until a topic is known to it, or once
 * its buffer is full. What may meet that is sent on a thread of its own; all else at once, since another thread costs as much
 * as the append. A producer that is broken for good is replaced. Thread-safe.
 */
public final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    /** So many records of the largest size are half of a producer's buffer. */
    private static final int MOST_UNDER_WAY = 64;

    private final KafkaSettings settings;
    private final String client;
    private final ExecutorService sender;
    /** Topics whose last append was acknowledged. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger handedOver = new AtomicInteger();
    private volatile KafkaProducer<byte[], byte[]> producer; // replaced on the sender's thread alone

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
     * Appends; does not wait for the broker. What one thread appends to a partition stands there in that order, unless
     * something is refused.
     *
     * @param partition null: by the key
     * @param onDone whether it was acknowledged; called on a client's thread or on the caller's
     */
    public void append(String topic, Integer partition, Wire wire, Consumer<Boolean> onDone) {
        boolean atOnce = known.contains(topic) && handedOver.get() == 0 && underWay.get() < MOST_UNDER_WAY;
        if (!atOnce || !sendAtOnce(topic, partition, wire, onDone)) {
            handOver(topic, partition, wire, onDone);
        }
    }

    private boolean sendAtOnce(String topic, Integer partition, Wire wire, Consumer<Boolean> onDone) {
        try {
            send(topic, partition, wire, onDone);
            return true;
        } catch (KafkaException | IllegalStateException e) {
            return false; // the sender's thread tries again, and sees to the producer
        }
    }

    private void handOver(String topic, Integer partition, Wire wire, Consumer<Boolean> onDone) {
        handedOver.incrementAndGet();
        try {
            sender.execute(() -> {
                sendOrReplace(topic, partition, wire, onDone);
                handedOver.decrementAndGet();
            });
        } catch (RejectedExecutionException e) {
            onDone.accept(false); // closing
        }
    }

    private void sendOrReplace(String topic, Integer partition, Wire wire, Consumer<Boolean> onDone) {
        try {
            send(topic, partition, wire, onDone);
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("append failed topic={} reason={}", topic, e.toString());
            replace();
            onDone.accept(false);
        }
    }

    private void send(String topic, Integer partition, Wire wire, Consumer<Boolean> onDone) {
        underWay.incrementAndGet();
        boolean sent = false;
        try {
            Future<?> unused = producer.send(Wires.produced(topic, partition, wire), (metadata, failure) -> {
                underWay.decrementAndGet();
                done(topic, failure == null);
                onDone.accept(failure == null);
            });
            sent = true;
        } finally {
            if (!sent) {
                underWay.decrementAndGet();
            }
        }
    }

    private void done(String topic, boolean acknowledged) {
        if (!acknowledged) {
            known.remove(topic);
        } else if (!known.contains(topic)) {
            known.add(topic);
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
