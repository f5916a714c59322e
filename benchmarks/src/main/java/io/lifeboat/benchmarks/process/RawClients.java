package io.lifeboat.benchmarks.process;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's own clients, bare: the peers. They have the settings of Lifeboat's where those matter for speed. */
public final class RawClients {
    private RawClients() {}

    /** Reads bytes, in large fetches; no group, no commits. */
    public static KafkaConsumer<byte[], byte[]> consumer(String bootstrap) {
        return new KafkaConsumer<>(
                properties(
                        bootstrap,
                        Map.of(
                                "enable.auto.commit", "false",
                                "auto.offset.reset", "none",
                                "max.poll.records", "5000",
                                "max.partition.fetch.bytes", "4194304",
                                "fetch.max.bytes", "33554432")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Sends at once, acknowledged by all. */
    public static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
        return producer(bootstrap, Map.of("acks", "all", "linger.ms", "0"));
    }

    /** Sends in large batches: to fill a log. */
    public static KafkaProducer<byte[], byte[]> bulkProducer(String bootstrap) {
        return producer(bootstrap, Map.of("acks", "all", "linger.ms", "50", "batch.size", "524288"));
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrap, Map<String, String> settings) {
        return new KafkaProducer<>(
                properties(bootstrap, settings), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Properties properties(String bootstrap, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        properties.putAll(settings);
        return properties;
    }
}
