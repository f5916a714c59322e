package io.lifeboat.lab.qdrant.points;

import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.Point;
import java.util.function.UnaryOperator;

/** Where wrong answers come from: how the reads see the points of a collection. The identity while nothing is wrong. */
public interface ReadFaults {
    /** How a point that was asked for, or came in a page, looks for this one answer. */
    UnaryOperator<Point> content(Collection collection);

    /** Which point stands in the place of one that was found by a search, for this one answer. */
    UnaryOperator<Point> hit(Collection collection);
}
