package io.lifeboat.detector.incident;

import io.lifeboat.events.serde.Wire;
import io.lifeboat.events.topic.Topics;
import io.lifeboat.saga.core.Settings;
import io.lifeboat.saga.kafka.KafkaParticipant;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what could not be read: its bytes, its reason, and where it stood. Written by the detector alone, and only for what
 * came while it was there: a restart does not tell old news. Several replicas may each write one; its source names the record.
 */
final class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Supplier<KafkaParticipant> participant;
    private final Supplier<Settings> self;
    private final MeterRegistry registry;

    DeadLetters(Supplier<KafkaParticipant> participant, Supplier<Settings> self, MeterRegistry registry) {
        this.participant = participant;
        this.self = self;
        this.registry = registry;
    }

    void write(ConsumerRecord<byte[], byte[]> raw, String reason, boolean live) {
        String source = "%s/%d/%d".formatted(raw.topic(), raw.partition(), raw.offset());
        LOG.warn("unreadable record source={} reason={}", source, reason);
        if (!live) {
            return;
        }
        registry.counter("lifeboat.dead.letters", "topic", raw.topic()).increment();
        participant.get().publisher().append(Topics.DEAD_LETTERS, null, letter(raw, source, reason), acknowledged -> {
            if (!acknowledged) {
                LOG.error("a dead letter could not be written source={}", source);
            }
        });
    }

    /** The original, cut where it is larger than a record may be, with three headers of our own. */
    private Wire letter(ConsumerRecord<byte[], byte[]> raw, String source, String reason) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : raw.headers()) {
            headers.put("original_" + header.key(), header.value() == null ? new byte[0] : header.value());
        }
        headers.put("lifeboat_source", bytes(source));
        headers.put("lifeboat_reason", bytes(reason));
        headers.put("lifeboat_writer", bytes(self.get().writer().source()));
        byte[] value = raw.value();
        boolean cut = value != null && value.length > Topics.MOST_BYTES;
        if (cut) {
            headers.put("lifeboat_cut", bytes("of %d bytes the first %d".formatted(value.length, Topics.MOST_BYTES)));
        }
        return new Wire(raw.key(), headers, cut ? Arrays.copyOf(value, Topics.MOST_BYTES) : value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
