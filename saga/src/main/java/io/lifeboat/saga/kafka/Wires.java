package io.lifeboat.saga.kafka;

import io.lifeboat.events.serde.Wire;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;

/** Between Kafka's records and the contract's. */
public final class Wires {
    private Wires() {}

    public static Wire of(ConsumerRecord<byte[], byte[]> consumed) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : consumed.headers()) {
            headers.put(header.key(), header.value() == null ? new byte[0] : header.value());
        }
        return new Wire(consumed.key(), headers, consumed.value());
    }

    /** @param partition the partition to write to; absent: by the key */
    public static ProducerRecord<byte[], byte[]> produced(String topic, Integer partition, Wire wire) {
        ProducerRecord<byte[], byte[]> produced = new ProducerRecord<>(topic, partition, wire.key(), wire.value());
        wire.headers().forEach((name, value) -> produced.headers().add(name, value));
        return produced;
    }

    /** Kafka's own default: the hash that the log pins. */
    public static int partition(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
