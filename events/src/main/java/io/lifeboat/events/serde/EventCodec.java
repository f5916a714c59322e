package io.lifeboat.events.serde;

import com.fasterxml.jackson.core.JacksonException;
import io.lifeboat.events.Event;
import io.lifeboat.events.UnknownEvent;
import io.lifeboat.events.command.CommandIssued;
import io.lifeboat.events.health.TargetReported;
import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.incident.WorkspaceEvent;
import io.lifeboat.events.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in binary mode: attributes as {@code ce_} headers, the event's JSON as the value. Thread-safe. */
public final class EventCodec {
    private static final String TYPE = "ce_type";
    private static final String ID = "ce_id";
    private static final String SOURCE = "ce_source";
    private static final String SUBJECT = "ce_subject";
    private static final String TIME = "ce_time";
    private static final String SEEN_ID = "ce_seenid";
    private static final String SEEN_HASH = "ce_seensha256";
    private static final String CRITICAL = "ce_critical";
    private static final String TRACE = "traceparent";

    /** The type of an unknown critical event is remembered by the fold, whose state is bounded. */
    private static final int MOST_TYPE_CHARS = 200;

    private EventCodec() {}

    /** @throws IllegalArgumentException if the event is larger than a record may be */
    public static Wire encode(Envelope envelope) {
        byte[] value = Json.bytes(envelope.event());
        if (value.length > Topics.MOST_BYTES) {
            throw new IllegalArgumentException(
                    "event %s has %d bytes, expected at most %d: larger output goes to a store by digest"
                            .formatted(
                                    EventTypes.nameOf(envelope.event().getClass()), value.length, Topics.MOST_BYTES));
        }
        return new Wire(bytes(Keys.of(envelope.event())), headers(envelope), value);
    }

    private static Map<String, byte[]> headers(Envelope envelope) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", bytes("1.0"));
        headers.put(TYPE, bytes(EventTypes.nameOf(envelope.event().getClass())));
        headers.put(ID, bytes(envelope.id().toString()));
        headers.put(SOURCE, bytes(envelope.writer().source()));
        headers.put(SUBJECT, bytes(envelope.subject()));
        headers.put(TIME, bytes(envelope.time().toString()));
        headers.put("content-type", bytes("application/json"));
        if (envelope.seen() != null) {
            headers.put(SEEN_ID, bytes(envelope.seen().id().toString()));
            headers.put(SEEN_HASH, bytes(envelope.seen().sha256()));
        }
        if (envelope.traceparent() != null) {
            headers.put(TRACE, bytes(envelope.traceparent()));
        }
        return headers;
    }

    /** Never throws for what stands in the record: what cannot be read is a value. */
    public static Decoded decode(Wire wire) {
        try {
            return read(wire);
        } catch (UnreadableException e) {
            return new Decoded.Unreadable(Reasons.bounded(e.getMessage()));
        }
    }

    private static Decoded read(Wire wire) {
        String type = header(wire, TYPE).orElseThrow(() -> new UnreadableException("header ce_type is missing"));
        if (type.length() > MOST_TYPE_CHARS) {
            throw new UnreadableException(
                    "header ce_type has %d characters, expected at most %d".formatted(type.length(), MOST_TYPE_CHARS));
        }
        int size = wire.value() == null ? 0 : wire.value().length;
        if (size > Topics.MOST_BYTES) {
            throw new UnreadableException("value has %d bytes, expected at most %d".formatted(size, Topics.MOST_BYTES));
        }
        Optional<Class<? extends Event>> target = EventTypes.find(type);
        Event event = target.isPresent() ? body(type, target.get(), wire) : unknown(type, wire);
        return new Decoded.Readable(envelope(wire, event));
    }

    private static Envelope envelope(Wire wire, Event event) {
        EventId id = new EventId(uuid(required(wire, ID), ID));
        String source = required(wire, SOURCE);
        Writer writer = Writer.parse(source)
                .orElseThrow(() -> new UnreadableException(
                        "header ce_source: expected /lifeboat/SERVICE/UUID, got '" + source + "'"));
        return new Envelope(
                id,
                writer,
                header(wire, SUBJECT).orElse(""),
                time(required(wire, TIME)),
                seen(wire),
                header(wire, TRACE).orElse(null),
                event);
    }

    private static Event body(String type, Class<? extends Event> target, Wire wire) {
        if (wire.value() == null || wire.value().length == 0) {
            throw new UnreadableException("the value of a %s is empty".formatted(type));
        }
        Event event;
        try {
            event = Json.mapper().readValue(wire.value(), target);
        } catch (JacksonException e) {
            throw new UnreadableException("the value is no %s: %s".formatted(type, Reasons.of(e)));
        } catch (IOException e) {
            throw new UnreadableException("the value is no %s: %s".formatted(type, e.getMessage()));
        }
        if (event == null) {
            throw new UnreadableException("the value of a %s is null".formatted(type));
        }
        checkKey(event, wire);
        return event;
    }

    private static void checkKey(Event event, Wire wire) {
        String expected = Keys.of(event);
        String key = wire.key() == null ? null : new String(wire.key(), StandardCharsets.UTF_8);
        boolean keyed =
                event instanceof WorkspaceEvent || event instanceof CommandIssued || event instanceof TargetReported;
        if (keyed && !expected.equals(key)) {
            throw new UnreadableException("the key is '%s', expected '%s' as in the value".formatted(key, expected));
        }
    }

    private static Event unknown(String type, Wire wire) {
        boolean critical = header(wire, CRITICAL).map(Boolean::parseBoolean).orElse(false);
        return new UnknownEvent(type, critical, workspaceOfKey(wire));
    }

    private static @Nullable WorkspaceId workspaceOfKey(Wire wire) {
        if (wire.key() == null) {
            return null;
        }
        try {
            return new WorkspaceId(new String(wire.key(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null; // not every topic is keyed by workspace
        }
    }

    private static @Nullable Seen seen(Wire wire) {
        return header(wire, SEEN_ID)
                .map(id -> new Seen(new EventId(uuid(id, SEEN_ID)), required(wire, SEEN_HASH)))
                .orElse(null);
    }

    private static Instant time(String text) {
        try {
            return Times.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableException("header ce_time: expected an ISO instant, got '" + text + "'");
        }
    }

    private static UUID uuid(String text, String header) {
        try {
            return EventId.of(text).value();
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("header %s: expected a UUID, got '%s'".formatted(header, text));
        }
    }

    private static String required(Wire wire, String name) {
        return header(wire, name).orElseThrow(() -> new UnreadableException("header " + name + " is missing"));
    }

    private static Optional<String> header(Wire wire, String name) {
        return Optional.ofNullable(wire.headers().get(name)).map(raw -> new String(raw, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message, null, false, false);
        }
    }
}
