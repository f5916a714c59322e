package io.lifeboat.lab.qdrant.points;

import io.lifeboat.lab.qdrant.store.CollectionConfig;
import io.lifeboat.lab.qdrant.store.Distance;
import io.lifeboat.lab.qdrant.store.Point;
import io.lifeboat.lab.qdrant.store.Vector;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The nearest points by comparing with each of them. */
record Search(String using, CollectionConfig.Dense space, Vector.Dense query, OptionalDouble threshold) {
    /** A point with its score. */
    record Hit(Point point, float score) {}

    List<Hit> best(List<Point> points, long offset, long limit) {
        Distance distance = space.distance();
        Comparator<Hit> byScore = Comparator.comparingDouble(Hit::score);
        return points.stream()
                .flatMap(this::hit)
                .filter(hit -> threshold.isEmpty() || reaches(hit.score))
                .sorted((distance.largerIsBetter() ? byScore.reversed() : byScore).thenComparing(hit -> hit.point.id()))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    private Stream<Hit> hit(Point point) {
        return point.vectors().get(using) instanceof Vector.Dense dense
                ? Stream.of(new Hit(point, space.distance().score(query.values(), dense.values())))
                : Stream.empty();
    }

    private boolean reaches(float score) {
        return space.distance().largerIsBetter() ? score >= threshold.getAsDouble() : score <= threshold.getAsDouble();
    }
}
