package io.lifeboat.lab.qdrant.points;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.store.CollectionConfig;
import io.lifeboat.lab.qdrant.store.Vector;
import java.util.Map;
import java.util.TreeMap;

/** Reads the vectors of a request and holds them against the collection's configuration. */
final class VectorCheck {
    private final CollectionConfig config;
    private final JsonBody body;

    VectorCheck(CollectionConfig config, JsonBody body) {
        this.config = config;
        this.body = body;
    }

    /** The vectors of a point, ready to be kept. */
    Map<String, Vector> vectors(JsonNode node) {
        Map<String, Vector> vectors = new TreeMap<>();
        if (node.isArray()) {
            vectors.put("", stored("", node));
        } else {
            node.properties().forEach(named -> vectors.put(named.getKey(), stored(named.getKey(), named.getValue())));
        }
        return vectors;
    }

    private Vector stored(String name, JsonNode node) {
        Vector vector = read(node);
        return switch (vector) {
            case Vector.Dense dense -> prepare(name, dense, name.isEmpty() ? "" : " for vector '" + name + "'");
            case Vector.Sparse sparse -> sparse(name, sparse);
        };
    }

    /** A vector to search with, of the named space. */
    Vector.Dense query(String using, JsonNode node) {
        return switch (read(node)) {
            case Vector.Dense dense -> prepare(using, dense, "");
            case Vector.Sparse sparse ->
                throw QdrantError.wrongInput("searching by a sparse vector is not part of the stand-in");
        };
    }

    /** Size and distance of a named space. */
    CollectionConfig.Dense space(String name) {
        CollectionConfig.Dense space = config.dense().get(name);
        if (space == null) {
            throw unknown(name);
        }
        return space;
    }

    private Vector.Dense prepare(String name, Vector.Dense dense, String where) {
        CollectionConfig.Dense space = space(name);
        if (space.size() != dense.values().length) {
            throw QdrantError.wrongInput(
                    "Vector dimension error: expected dim: " + space.size() + ", got " + dense.values().length + where);
        }
        return new Vector.Dense(space.distance().prepare(dense.values()));
    }

    private Vector sparse(String name, Vector.Sparse sparse) {
        if (!config.sparse().contains(name)) {
            throw unknown(name);
        }
        return sparse;
    }

    private Vector read(JsonNode node) {
        return Vector.read(node)
                .orElseThrow(() -> body.refuse("data did not match any variant of untagged enum VectorStruct"));
    }

    private static QdrantError unknown(String name) {
        return QdrantError.wrongInput("Not existing vector name error: " + name);
    }
}
