package io.lifeboat.audit;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes the incident log in, one record at a time and in order. What cannot be written fails: the channel then ends and
 * liveness tells so, since an audit must not pass over anything.
 */
@ApplicationScoped
public class AuditConsumer {
    private final Map<Integer, PartitionAudit> partitions = new HashMap<>();
    private final AuditFiles files;

    @Inject
    AuditConsumer(AuditSettings settings) {
        this.files = new AuditFiles(settings.directory());
    }

    /** On a worker thread, for it writes to disk; never two at a time. */
    @Incoming("incidents")
    @Blocking
    public void take(ConsumerRecord<byte[], byte[]> raw) throws IOException {
        AuditRecord record = AuditRecord.of(raw);
        PartitionAudit audit = partitions.computeIfAbsent(record.partition(), PartitionAudit::new);
        files.append(audit.line(record));
    }
}
