package io.lifeboat.events.fold;

import io.lifeboat.events.Event;
import io.lifeboat.events.Fields;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.serde.Writer;
import java.time.Instant;

/**
 * A record of a log as the folds see it.
 *
 * @param appendedAt by the broker's clock when it was appended
 */
public record LogRecord(int partition, long offset, Instant appendedAt, EventId id, Writer writer, Event event) {
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** A time that no broker's clock can mean is brought back to 1970 or 9999: the folds calculate with it. */
    public LogRecord {
        Fields.present("appendedAt", appendedAt);
        Fields.present("id", id);
        Fields.present("writer", writer);
        Fields.present("event", event);
        appendedAt = appendedAt.isBefore(Instant.EPOCH) ? Instant.EPOCH : appendedAt;
        appendedAt = appendedAt.isAfter(LATEST) ? LATEST : appendedAt;
    }
}
