package io.lifeboat.qdrant.point;

import io.lifeboat.qdrant.answer.Fields;

/** A hit. Its {@code version} is left out on purpose: it counts one replica's operations and compares with nothing. */
public record ScoredPoint(StoredPoint point, double score) {
    static ScoredPoint read(Fields fields) {
        return new ScoredPoint(StoredPoint.read(fields), fields.at("score").asDecimal());
    }

    public PointId id() {
        return point.id();
    }
}
