package io.lifeboat.lab.qdrant.points;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.qdrant.store.Point;
import io.lifeboat.lab.qdrant.store.PointId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The {@code has_id} condition, and lists of ids in general. */
final class IdCondition {
    private IdCondition() {}

    static Predicate<Point> of(JsonNode ids) {
        Set<PointId> wanted = Set.copyOf(list(ids));
        return point -> wanted.contains(point.id());
    }

    static List<PointId> list(JsonNode ids) {
        List<PointId> list = new ArrayList<>();
        ids.forEach(id -> list.add(PointId.of(id)));
        return list;
    }
}
