package io.lifeboat.audit;

import io.lifeboat.events.serde.Decoded;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.serde.Wire;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of the log, as far as it can be read.
 *
 * @param at when the broker appended it
 */
record AuditRecord(int partition, long offset, Instant at, Decoded content) {

    /** Never throws for what stands in the record: what cannot be read is a value. */
    static AuditRecord of(ConsumerRecord<byte[], byte[]> raw) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : raw.headers()) {
            headers.put(header.key(), header.value() == null ? new byte[0] : header.value());
        }
        Decoded content = EventCodec.decode(new Wire(raw.key(), headers, raw.value()));
        return new AuditRecord(raw.partition(), raw.offset(), Instant.ofEpochMilli(raw.timestamp()), content);
    }
}
