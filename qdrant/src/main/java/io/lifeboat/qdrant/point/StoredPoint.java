package io.lifeboat.qdrant.point;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.qdrant.answer.Fields;
import java.util.Optional;

/** A point as it was read; payload and vectors only if they were asked for, as Qdrant printed them. */
public record StoredPoint(PointId id, Optional<JsonNode> payload, Optional<JsonNode> vectors) {
    static StoredPoint read(Fields fields) {
        return new StoredPoint(
                PointId.read(fields.at("id")),
                fields.find("payload").map(Fields::node),
                fields.find("vector").map(Fields::node));
    }
}
