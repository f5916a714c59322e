package io.lifeboat.saga.core;

import io.lifeboat.events.id.EventId;
import io.lifeboat.events.id.WorkspaceId;
import io.lifeboat.events.serde.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Publishes until read back: an event is sent again until it has been seen in the log, whatever the answers were. Repeats
 * carry the same id and count for nothing. Events of one workspace are sent one after the other, so their order holds. Not
 * thread-safe.
 */
final class Outbox {
    private static final class Entry {
        private final String topic;
        private final OptionalInt partition;
        private final Envelope envelope;
        private final @Nullable WorkspaceId workspace;
        private int sendings;
        private Instant sentAt = Instant.EPOCH;

        Entry(String topic, OptionalInt partition, Envelope envelope, @Nullable WorkspaceId workspace) {
            this.topic = topic;
            this.partition = partition;
            this.envelope = envelope;
            this.workspace = workspace;
        }
    }

    private final Ports ports;
    private final Duration resend;
    private final Map<EventId, Entry> unread = new LinkedHashMap<>();
    private final Map<WorkspaceId, Integer> waiting = new HashMap<>();
    private boolean watching;

    Outbox(Ports ports, Duration resend) {
        this.ports = ports;
        this.resend = resend;
    }

    /** @param workspace whose decisions wait until this has been read back; absent for what concerns none */
    void publish(String topic, OptionalInt partition, Envelope envelope, @Nullable WorkspaceId workspace) {
        Entry entry = new Entry(topic, partition, envelope, workspace);
        unread.put(envelope.id(), entry);
        if (workspace != null) {
            waiting.merge(workspace, 1, Integer::sum);
        }
        send(entry);
    }

    private void send(Entry entry) {
        int sending = ++entry.sendings;
        entry.sentAt = ports.now();
        ports.append(
                entry.topic,
                entry.partition,
                entry.envelope,
                () -> ports.after(resend.dividedBy(10), () -> resend(entry, sending)));
        if (!watching) {
            watching = true;
            ports.after(resend, this::sendOverdue);
        }
    }

    private void resend(Entry entry, int sending) {
        if (unread.get(entry.envelope.id()) == entry && entry.sendings == sending) {
            send(entry);
        }
    }

    /** One timer for all: most are read back long before it, and a timer for each would be most of the loop's tasks. */
    private void sendOverdue() {
        Duration next = null;
        for (Entry entry : List.copyOf(unread.values())) {
            Duration left = left(entry);
            if (left.isZero()) {
                send(entry);
                left = resend;
            }
            next = next == null || left.compareTo(next) < 0 ? left : next;
        }
        watching = next != null;
        if (next != null) {
            ports.after(next, this::sendOverdue);
        }
    }

    /** Until it is sent again; a clock that was set back or far ahead only makes it sooner. */
    private Duration left(Entry entry) {
        Duration since = Duration.between(entry.sentAt, ports.now());
        boolean overdue = since.isNegative() || since.compareTo(resend) >= 0;
        return overdue ? Duration.ZERO : resend.minus(since);
    }

    /** The event stands in the log. */
    void readBack(EventId id) {
        Entry entry = unread.remove(id);
        if (entry != null && entry.workspace != null) {
            waiting.computeIfPresent(entry.workspace, (workspace, count) -> count == 1 ? null : count - 1);
        }
    }

    boolean isWaiting(WorkspaceId workspace) {
        return waiting.containsKey(workspace);
    }

    boolean isEmpty() {
        return unread.isEmpty();
    }

    boolean isUnread(EventId id) {
        return unread.containsKey(id);
    }

    int size() {
        return unread.size();
    }

    /** Sends all that is unread again: the log may have lost what was acknowledged. */
    void resendAll() {
        List<Entry> entries = new ArrayList<>(unread.values());
        entries.forEach(this::send);
    }
}
