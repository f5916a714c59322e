package io.lifeboat.audit;

import io.lifeboat.events.serde.Wire;
import io.lifeboat.events.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Takes the services' part. */
final class Producing {
    /** Where the workspace of the story stands. */
    static final int PARTITION = 2;

    private Producing() {}

    static void send(List<Wire> wires) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", LabResource.bootstrap(), "acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Wire wire : wires) {
                ProducerRecord<byte[], byte[]> record =
                        new ProducerRecord<>(Topics.INCIDENTS, PARTITION, wire.key(), wire.value());
                wire.headers().forEach((name, value) -> record.headers().add(name, value));
                producer.send(record).get(30, TimeUnit.SECONDS);
            }
        }
    }
}
