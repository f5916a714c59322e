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
 * Appends records with {@code acks=all}. A producer blocks where it knows nothing of a topic yet: then sending happens on a
 * thread of its own, else on the caller's. A producer that is broken for good is replaced. Thread-safe.
 */
public final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final KafkaSettings settings;
    private final String client;
    private final ExecutorService sender;
    /** Topics of which the producer knows the partitions: sending to them does not block. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    private final AtomicInteger queued = new AtomicInteger();
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
     * Appends; never blocks.
     *
     * @param partition null: by the key
     * @param onDone whether it was acknowledged; called on a client's thread
     */
    public void append(String topic, Integer partition, Wire wire, Consumer<Boolean> onDone) {
        if (queued.get() == 0 && known.contains(topic)) { // nothing that came before is overtaken
            send(topic, partition, wire, onDone);
        } else {
            queue(() -> send(topic, partition, wire, onDone), () -> onDone.accept(false));
        }
    }

    private void queue(Runnable task, Runnable onClosing) {
        queued.incrementAndGet();
        try {
            sender.execute(() -> {
                try {
                    task.run();
                } finally {
                    queued.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException e) {
            queued.decrementAndGet();
            onClosing.run();
        }
    }

    private void send(String topic, Integer partition, Wire wire, Consumer<Boolean> onDone) {
        KafkaProducer<byte[], byte[]> current = producer;
        try {
            Future<?> unused = current.send(
                    Wires.produced(topic, partition, wire), (metadata, failure) -> onDone.accept(failure == null));
            known.add(topic);
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("append failed topic={} reason={}", topic, e.toString());
            known.clear();
            queue(() -> replace(current), () -> {});
            onDone.accept(false);
        }
    }

    /** Unless somebody has done so already. */
    private void replace(KafkaProducer<byte[], byte[]> broken) {
        if (producer.equals(broken)) {
            broken.close(Duration.ZERO);
            producer = open();
        }
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
