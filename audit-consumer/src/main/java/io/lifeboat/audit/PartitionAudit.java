package io.lifeboat.audit;

import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.fold.Partition;
import io.lifeboat.events.serde.Decoded;
import io.lifeboat.events.serde.Envelope;

/**
 * Folds one partition as the services do, so that each line says what the record meant to them. An offset that was folded
 * already means that the partition is read anew: the fold begins anew, too. Not thread-safe.
 */
final class PartitionAudit {
    private Partition folded;

    PartitionAudit(int number) {
        this.folded = Partition.empty(number);
    }

    AuditLine line(AuditRecord record) {
        if (record.offset() < folded.next()) {
            folded = Partition.empty(folded.number());
        }
        return switch (record.content()) {
            case Decoded.Readable readable -> fold(record, readable.envelope());
            case Decoded.Unreadable unreadable -> AuditLine.unreadable(record, unreadable.reason());
        };
    }

    private AuditLine fold(AuditRecord record, Envelope envelope) {
        Partition before = folded;
        folded = before.apply(new LogRecord(
                record.partition(), record.offset(), record.at(), envelope.id(), envelope.writer(), envelope.event()));
        return AuditLine.of(record, envelope, StepMark.of(before, envelope.event(), folded), folded.ruling());
    }
}
