package io.lifeboat.qdrant.point;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.QdrantJson;
import java.util.Optional;

/**
 * One page to read.
 *
 * @param offset inclusive
 * @param filter as in Qdrant's REST interface
 */
public record ScrollRequest(
        int limit, Optional<PointId> offset, boolean withPayload, boolean withVectors, Optional<JsonNode> filter) {
    public ScrollRequest {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: expected 1 or more, found " + limit);
        }
    }

    /** From the start, with everything. */
    public static ScrollRequest first(int limit) {
        return new ScrollRequest(limit, Optional.empty(), true, true, Optional.empty());
    }

    public ScrollRequest from(PointId next) {
        return new ScrollRequest(limit, Optional.of(next), withPayload, withVectors, filter);
    }

    public ObjectNode toJson() {
        ObjectNode body = QdrantJson.object()
                .put("limit", limit)
                .put("with_payload", withPayload)
                .put("with_vector", withVectors);
        offset.ifPresent(id -> body.set("offset", id.toJson()));
        filter.ifPresent(condition -> body.set("filter", condition));
        return body;
    }
}
