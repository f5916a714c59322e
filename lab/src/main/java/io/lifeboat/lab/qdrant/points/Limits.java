package io.lifeboat.lab.qdrant.points;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.store.Collection;

/** The {@code limit} of a request: 10 unless said, at least 1, and within what strict mode allows. */
final class Limits {
    private static final long DEFAULT = 10;

    private Limits() {}

    static long of(JsonBody body, String nameInErrors) {
        JsonNode limit = body.json().path("limit");
        if (limit.isMissingNode() || limit.isNull()) {
            return DEFAULT;
        }
        if (limit.asLong() < 1) {
            throw QdrantError.invalid(
                    "JSON body", nameInErrors + ": value " + limit.asText() + " invalid, must be 1 or larger");
        }
        return Math.min(limit.asLong(), Integer.MAX_VALUE - 1);
    }

    static void check(Collection collection, long limit) {
        JsonNode allowed = collection.config().strictMode().path("max_query_limit");
        if (allowed.isNumber() && limit > allowed.asLong()) {
            throw QdrantError.badRequest("Limit exceeded " + limit + " > " + allowed.asLong()
                    + " for \"limit\". Help: Reduce the \"limit\" parameter to or below " + allowed.asLong() + ".");
        }
    }
}
