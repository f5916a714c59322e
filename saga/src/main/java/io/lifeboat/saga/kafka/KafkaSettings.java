package io.lifeboat.saga.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * How to reach Kafka.
 *
 * @param bootstrap host:port, comma separated
 * @param replication factor of topics that are created: 3, or 1 in the lab
 * @param minInSync replicas that must have a record before it counts as acknowledged: 2, or 1 in the lab
 * @param createTopics whether missing topics are created; else they must be there
 * @param extra client settings such as TLS and SASL; secrets by file or environment
 */
public record KafkaSettings(
        String bootstrap, int replication, int minInSync, boolean createTopics, Map<String, String> extra) {
    static final Duration REQUEST = Duration.ofSeconds(3);

    public KafkaSettings {
        if (bootstrap.isBlank()) {
            throw new IllegalArgumentException("kafka.bootstrap: expected host:port, got nothing");
        }
        if (minInSync < 1 || replication < minInSync) {
            throw new IllegalArgumentException(
                    "kafka.replication: expected at least minInSync, which is at least 1, got replication %d and minInSync %d"
                            .formatted(replication, minInSync));
        }
        extra = Map.copyOf(extra);
    }

    /** One broker on this machine, as the lab has it. */
    public static KafkaSettings lab(String bootstrap) {
        return new KafkaSettings(bootstrap, 1, 1, true, Map.of());
    }

    Properties common(String client) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("client.id", client);
        properties.put("request.timeout.ms", Long.toString(REQUEST.toMillis()));
        properties.put("default.api.timeout.ms", Long.toString(REQUEST.toMillis()));
        properties.put("reconnect.backoff.ms", "50");
        properties.put("reconnect.backoff.max.ms", "500");
        properties.putAll(extra);
        return properties;
    }

    /** For reading whole topics. No group, no commits, no reset: who lost its place must say so. */
    public Properties consumer(String client) {
        Properties properties = common(client);
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "none");
        properties.put("allow.auto.create.topics", "false");
        properties.put("max.poll.records", "5000");
        properties.put("max.partition.fetch.bytes", "4194304");
        properties.put("fetch.max.bytes", "33554432");
        return properties;
    }

    Properties producer(String client) {
        Properties properties = common(client);
        properties.put("acks", "all");
        properties.put("linger.ms", "0");
        properties.put("enable.idempotence", "true");
        properties.put("delivery.timeout.ms", "6000");
        properties.put("max.block.ms", "3000");
        properties.put(
                "metadata.max.idle.ms", Long.toString(Duration.ofDays(365).toMillis())); // a quiet topic stays known
        return properties;
    }
}
