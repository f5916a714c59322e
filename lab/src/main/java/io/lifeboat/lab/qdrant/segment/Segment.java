package io.lifeboat.lab.qdrant.segment;

import io.lifeboat.lab.qdrant.store.Point;
import io.lifeboat.lab.qdrant.store.PointId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One segment: points at internal ids, which a deleted point keeps. Its version is the number of the last operation that
 * touched it, 0 before the first. Not thread-safe: the collection's lock guards it.
 */
public final class Segment {
    /** A point that was deleted leaves its id and the operation that deleted it. */
    private record Slot(PointId id, long version, Optional<Point> point) {}

    private final UUID id;
    private final SegmentKind kind;
    private final long initialVersion;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<PointId, Integer> live = new HashMap<>();
    private long version;
    private long vectorBytes;
    private boolean flushed;
    private Optional<List<String>> files = Optional.empty();

    private Segment(UUID id, SegmentKind kind, long initialVersion, long version) {
        this.id = id;
        this.kind = kind;
        this.initialVersion = initialVersion;
        this.version = version;
    }

    static Segment empty(UUID id) {
        return new Segment(id, SegmentKind.APPENDABLE, 0, 0);
    }

    /** What the optimiser makes of the live points of another one. */
    static Segment optimised(UUID id, Segment of) {
        Segment made = new Segment(id, SegmentKind.OPTIMISED, of.version, of.version);
        of.points().forEach(point -> made.put(point));
        return made;
    }

    /** One as it was read from its files. */
    static Segment loaded(UUID id, SegmentKind kind, long initialVersion, long version, List<Entry> entries) {
        Segment loaded = new Segment(id, kind, initialVersion, version);
        entries.forEach(entry -> loaded.add(entry.tracked(), entry.point()));
        loaded.flushed = true;
        return loaded;
    }

    /** A place of a segment's file: empty if the point there was deleted. */
    record Entry(IdTracker.Entry tracked, Optional<Point> point) {}

    private void add(IdTracker.Entry tracked, Optional<Point> point) {
        if (point.isPresent()) {
            put(point.get());
        } else {
            slots.add(new Slot(tracked.id(), tracked.version(), Optional.empty()));
        }
    }

    public UUID id() {
        return id;
    }

    public SegmentKind kind() {
        return kind;
    }

    public long version() {
        return version;
    }

    long initialVersion() {
        return initialVersion;
    }

    /** How many points it holds that were not deleted. */
    public int size() {
        return live.size();
    }

    /** How many places for points it has, those of deleted ones included. */
    public int places() {
        return slots.size();
    }

    long vectorBytes() {
        return vectorBytes;
    }

    public Stream<Point> points() {
        return slots.stream().flatMap(slot -> slot.point.stream());
    }

    Optional<Point> point(PointId pointId) {
        Integer at = live.get(pointId);
        return at == null ? Optional.empty() : slots.get(at).point;
    }

    /** Point by internal id; empty where it was deleted. */
    List<Optional<Point>> content() {
        return slots.stream().map(Slot::point).toList();
    }

    List<IdTracker.Entry> tracked() {
        return slots.stream()
                .map(slot -> new IdTracker.Entry(slot.id, slot.version, slot.point.isEmpty()))
                .toList();
    }

    /** Puts a point in its own place if it has one, at the end if not. */
    void put(Point point, long operation) {
        put(point);
        touch(operation);
    }

    private void put(Point point) {
        Slot slot = new Slot(point.id(), point.version(), Optional.of(point));
        Integer at = live.get(point.id());
        if (at == null) {
            live.put(point.id(), slots.size());
            slots.add(slot);
        } else {
            vectorBytes -= slots.get(at).point.map(Segment::vectorBytes).orElse(0L);
            slots.set(at, slot);
        }
        vectorBytes += vectorBytes(point);
    }

    void remove(PointId pointId, long operation) {
        int at = live.remove(pointId);
        vectorBytes -= slots.get(at).point.map(Segment::vectorBytes).orElse(0L);
        slots.set(at, new Slot(pointId, operation, Optional.empty()));
        touch(operation);
    }

    /** An operation concerned it, if only by its payload index. */
    void touch(long operation) {
        version = Math.max(version, operation);
        flushed = false;
        files = Optional.empty();
    }

    private static long vectorBytes(Point point) {
        return point.vectors().values().stream()
                .mapToLong(vector -> vector.size() * 4L)
                .sum();
    }

    /** The names of its files, worked out again only after a change. */
    List<String> files(SegmentShape shape) {
        List<String> names = files.orElseGet(() ->
                SegmentImages.of(this, shape).stream().map(FileImage::path).toList());
        files = Optional.of(names);
        return names;
    }

    boolean flushed() {
        return flushed;
    }

    void markFlushed() {
        flushed = true;
    }
}
