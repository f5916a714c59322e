package io.lifeboat.events.serde;

import io.lifeboat.events.Event;
import io.lifeboat.events.id.EventId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event with what CloudEvents says about it.
 *
 * @param subject the incident or workspace that it is about
 * @param time by the writer's clock: for people, never for decisions
 * @param seen absent for events that belong to no workspace's history
 * @param traceparent W3C trace context, passed on unchanged
 */
public record Envelope(
        EventId id,
        Writer writer,
        String subject,
        Instant time,
        @Nullable Seen seen,
        @Nullable String traceparent,
        Event event) {

    public Envelope {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(event, "event");
    }
}
