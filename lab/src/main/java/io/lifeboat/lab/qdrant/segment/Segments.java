package io.lifeboat.lab.qdrant.segment;

import io.lifeboat.lab.qdrant.store.Change;
import io.lifeboat.lab.qdrant.store.Directories;
import io.lifeboat.lab.qdrant.store.Point;
import io.lifeboat.lab.qdrant.store.PointId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The segments of one shard, and its points in the order of their ids. New points go to the smallest segment that takes any;
 * one that grew beyond the optimiser's threshold is optimised at once. What happens depends on the changes alone, so that a
 * replay makes the same segments again. Not thread-safe: the collection's lock guards it.
 */
public final class Segments {
    private static final int FRESH = 2;
    /** {@code vacuum_min_vector_number} and {@code deleted_threshold} of a default Qdrant. */
    private static final int VACUUM_FROM = 1000;

    private static final double VACUUM_SHARE = 0.2;

    private final List<Segment> segments;
    private final NavigableMap<PointId, Segment> owners = new TreeMap<>();

    private Segments(List<Segment> segments) {
        this.segments = new ArrayList<>(segments);
        segments.forEach(segment -> segment.points().forEach(point -> own(segment, point)));
    }

    /** Two empty ones, as a new shard has them. */
    public static Segments fresh() {
        return new Segments(Stream.generate(() -> Segment.empty(UUID.randomUUID()))
                .limit(FRESH)
                .toList());
    }

    /** Those given, or one empty one if there are none. */
    public static Segments of(List<Segment> loaded) {
        return new Segments(loaded.isEmpty() ? List.of(Segment.empty(UUID.randomUUID())) : loaded);
    }

    /** Reads every directory of segments, in the order of their names. */
    public static List<Segment> load(Path directory) throws IOException {
        List<Segment> loaded = new ArrayList<>();
        for (Path one : Directories.list(directory)) {
            if (one.toString().endsWith(".new")) {
                Directories.delete(one);
            } else {
                SegmentFiles.load(one).ifPresent(loaded::add);
            }
        }
        loaded.sort(Comparator.comparingInt(Segment::places).reversed().thenComparing(Segment::id));
        return loaded;
    }

    /** Of a point that stands in two segments the newer counts. */
    private void own(Segment segment, Point point) {
        Segment other = owners.get(point.id());
        long theirs = other == null ? -1 : versionIn(other, point.id());
        if (theirs >= point.version()) {
            segment.remove(point.id(), segment.version());
        } else {
            if (other != null) {
                other.remove(point.id(), other.version());
            }
            owners.put(point.id(), segment);
        }
    }

    private static long versionIn(Segment segment, PointId id) {
        return segment.point(id).map(Point::version).orElse(-1L);
    }

    public List<Segment> list() {
        return List.copyOf(segments);
    }

    /** Applies what is newer than what is there: a replay of old changes does no harm. */
    public void apply(Change change, long optimiseFromBytes) {
        Segment target = smallest();
        for (Point point : change.put()) {
            if (version(point.id()) < point.version()) {
                put(point, change.operation(), target);
            }
        }
        for (PointId id : change.removed()) {
            if (owners.containsKey(id) && version(id) < change.operation()) {
                drop(id, change.operation());
            }
        }
        optimise(target, optimiseFromBytes);
    }

    private long version(PointId id) {
        Segment owner = owners.get(id);
        return owner == null ? -1 : versionIn(owner, id);
    }

    private void put(Point point, long operation, Segment target) {
        Segment owner = owners.get(point.id());
        if (owner != null && owner.kind() == SegmentKind.APPENDABLE) {
            owner.put(point, operation);
            return;
        }
        if (owner != null) {
            owner.remove(point.id(), operation);
            vacuum(owner);
        }
        target.put(point, operation);
        owners.put(point.id(), target);
    }

    private void drop(PointId id, long operation) {
        Segment owner = owners.remove(id);
        owner.remove(id, operation);
        vacuum(owner);
    }

    /** Changes one point, or drops it, whatever its version says. */
    public void force(PointId id, Optional<Point> after, long operation) {
        Segment owner = owners.get(id);
        if (after.isPresent()) {
            owner.put(after.get(), operation);
        } else {
            drop(id, operation);
        }
    }

    /** Of two that are as small the one with the lower id, whatever order they were read in. */
    private Segment smallest() {
        return segments.stream()
                .filter(segment -> segment.kind() == SegmentKind.APPENDABLE)
                .min(Comparator.comparingInt(Segment::size).thenComparing(Segment::id))
                .orElseGet(() -> {
                    Segment oldest = Collections.min(segments, Comparator.comparing(Segment::id));
                    Segment fresh = Segment.empty(derived(oldest, "appendable"));
                    segments.add(fresh);
                    return fresh;
                });
    }

    private void optimise(Segment segment, long fromBytes) {
        if (segment.vectorBytes() > fromBytes) {
            replace(segment);
        }
    }

    /** Deleted points are only in the way: when they are many, a segment is written anew without them. */
    private void vacuum(Segment segment) {
        int deleted = segment.places() - segment.size();
        boolean many = segment.places() >= VACUUM_FROM && deleted > VACUUM_SHARE * segment.places();
        if (many && segment.kind() == SegmentKind.OPTIMISED) {
            replace(segment);
        }
    }

    private void replace(Segment segment) {
        Segment optimised = Segment.optimised(derived(segment, "optimised"), segment);
        optimised.points().forEach(point -> owners.put(point.id(), optimised));
        segments.set(segments.indexOf(segment), optimised);
    }

    /** Always the same one for the same history. */
    private static UUID derived(Segment from, String what) {
        String seed = from.id() + "/" + from.version() + "/" + what;
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }

    /** An operation that concerned all of them, such as a new payload index. */
    public void touch(long operation) {
        segments.forEach(segment -> segment.touch(operation));
    }

    /** Writes every segment that changed, and deletes the directories of those that are no more. */
    public void flush(Path directory, SegmentShape shape) throws IOException {
        for (Segment segment : segments) {
            if (!segment.flushed()) {
                SegmentFiles.write(directory, segment, shape);
            }
        }
        List<String> names =
                segments.stream().map(segment -> segment.id().toString()).toList();
        for (Path one : Directories.list(directory)) {
            if (!names.contains(one.getFileName().toString())) {
                Directories.delete(one);
            }
        }
    }

    public Optional<Point> point(PointId id) {
        return Optional.ofNullable(owners.get(id)).flatMap(owner -> owner.point(id));
    }

    public int size() {
        return owners.size();
    }

    /** The points from {@code start} on, itself included, in the order of their ids. */
    public Stream<Point> from(Optional<PointId> start) {
        Map<PointId, Segment> tail =
                start.<Map<PointId, Segment>>map(id -> owners.tailMap(id, true)).orElse(owners);
        return tail.entrySet().stream().flatMap(entry -> entry.getValue().point(entry.getKey()).stream());
    }

    public List<Point> matching(Predicate<Point> filter) {
        return from(Optional.empty()).filter(filter).toList();
    }
}
