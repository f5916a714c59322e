package io.lifeboat.events.fold;

import io.lifeboat.events.Event;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.serde.Writer;
import java.time.Instant;

/**
 * A record of a log as the folds see it.
 *
 * @param appendedAt by the broker's clock when it was appended
 */
public record LogRecord(int partition, long offset, Instant appendedAt, EventId id, Writer writer, Event event) {}
