package io.lifeboat.saga.simulator;

import io.lifeboat.events.Event;
import io.lifeboat.events.fold.LogRecord;
import io.lifeboat.events.member.MemberBeat;
import io.lifeboat.events.serde.Decoded;
import io.lifeboat.events.serde.Envelope;
import io.lifeboat.events.serde.EventCodec;
import io.lifeboat.events.serde.Wire;
import io.lifeboat.events.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The topics in memory: what has landed, in order. Every record goes through the real codec. Not thread-safe. */
final class SimLog {
    /** A record as it stands in a topic, with the raw value that its readers hash. */
    record Stored(LogRecord record, byte[] value) {}

    /** Which log of which topic. */
    record Place(String topic, int partition) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic != 0 ? byTopic : Integer.compare(partition, other.partition);
        }
    }

    private final Map<Place, List<Stored>> logs = new TreeMap<>();
    private final Map<Place, Integer> generations = new HashMap<>();

    SimLog(int partitions) {
        logs.put(new Place(Topics.FLEET, 0), new ArrayList<>());
        logs.put(new Place(Topics.MEMBERS, 0), new ArrayList<>());
        for (int i = 0; i < partitions; i++) {
            logs.put(new Place(Topics.INCIDENTS, i), new ArrayList<>());
        }
    }

    Iterable<Place> places() {
        return logs.keySet();
    }

    Stored append(Place place, Envelope envelope, Instant at) {
        if (envelope.event() instanceof MemberBeat) { // by far the most records, and nothing hangs on their bytes
            return store(place, envelope, envelope.event(), new byte[0], at);
        }
        Wire wire = EventCodec.encode(envelope);
        if (!(EventCodec.decode(wire) instanceof Decoded.Readable readable)) {
            throw new IllegalStateException("an event of ours cannot be read: " + EventCodec.decode(wire));
        }
        return store(place, envelope, readable.envelope().event(), wire.value(), at);
    }

    private Stored store(Place place, Envelope envelope, Event event, byte[] value, Instant at) {
        List<Stored> log = logs.get(place);
        LogRecord record = new LogRecord(place.partition(), log.size(), at, envelope.id(), envelope.writer(), event);
        Stored stored = new Stored(record, value);
        log.add(stored);
        return stored;
    }

    List<Stored> log(Place place) {
        return logs.get(place);
    }

    long end(Place place) {
        return logs.get(place).size();
    }

    /** Counts truncations: a reader of an older generation must start anew. */
    int generation(Place place) {
        return generations.getOrDefault(place, 0);
    }

    /** The log loses its last records, acknowledged or not. */
    void truncate(Place place, int records) {
        List<Stored> log = logs.get(place);
        log.subList(Math.max(0, log.size() - records), log.size()).clear();
        generations.merge(place, 1, Integer::sum);
    }
}
