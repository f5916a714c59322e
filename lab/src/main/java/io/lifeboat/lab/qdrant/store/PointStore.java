package io.lifeboat.lab.qdrant.store;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The points of one collection in the order of their ids. Not thread-safe: {@link Collection} guards it. */
final class PointStore {
    private final NavigableMap<PointId, Point> points = new TreeMap<>();

    void apply(Change change) {
        change.put().forEach(point -> points.put(point.id(), point));
        change.removed().forEach(points::remove);
    }

    void replaceAll(List<Point> others) {
        points.clear();
        others.forEach(point -> points.put(point.id(), point));
    }

    Optional<Point> get(PointId id) {
        return Optional.ofNullable(points.get(id));
    }

    int size() {
        return points.size();
    }

    List<Point> matching(Predicate<Point> filter) {
        return points.values().stream().filter(filter).toList();
    }

    /** At most {@code limit} points from {@code start} on, itself included. */
    List<Point> from(Optional<PointId> start, Predicate<Point> filter, long limit) {
        Map<PointId, Point> tail =
                start.<Map<PointId, Point>>map(id -> points.tailMap(id, true)).orElse(points);
        return tail.values().stream().filter(filter).limit(limit).toList();
    }

    Stream<Point> all() {
        return points.values().stream();
    }
}
