package io.lifeboat.lab.qdrant.fault;

import io.lifeboat.lab.qdrant.points.ReadFaults;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.Point;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Plausible but wrong: each point shows what the next one holds; a search finds the next one in its place. */
public final class WrongAnswers implements ReadFaults {
    private final ActiveFaults faults;

    public WrongAnswers(ActiveFaults faults) {
        this.faults = faults;
    }

    @Override
    public UnaryOperator<Point> content(Collection collection) {
        return strikes(collection) ? point -> disguised(point, next(collection, point)) : UnaryOperator.identity();
    }

    @Override
    public UnaryOperator<Point> hit(Collection collection) {
        return strikes(collection) ? point -> next(collection, point) : UnaryOperator.identity();
    }

    private boolean strikes(Collection collection) {
        return faults.strike(FaultKind.WRONG_ANSWERS, Optional.of(collection.name()))
                .isPresent();
    }

    /** A collection's only point has no other to be taken for, so it is damaged instead. */
    private static Point disguised(Point point, Point other) {
        return point.id().equals(other.id())
                ? Damage.vector(point)
                : new Point(point.id(), point.version(), other.payload(), other.vectors());
    }

    private static Point next(Collection collection, Point point) {
        List<Point> two = collection.page(Optional.of(point.id()), any -> true, 2);
        return two.size() == 2
                ? two.get(1)
                : collection.page(Optional.empty(), any -> true, 1).getFirst();
    }
}
