package io.lifeboat.qdrant.collection;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.qdrant.answer.Fields;
import io.lifeboat.qdrant.answer.WrongShape;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code GET /collections/x} reports.
 *
 * @param optimizerError empty if the optimizer is well
 * @param approximatePoints a sum over segments: never compare it, count exactly instead
 * @param approximateIndexedVectors likewise
 * @param config as reported; must not be sent back as a creation request
 * @param payloadSchema field to data type
 * @param payloadIndexes field to what {@link CollectionCalls#createIndex} wants in order to make the same index elsewhere
 */
public record CollectionInfo(
        CollectionStatus status,
        Optional<String> optimizerError,
        long approximatePoints,
        long approximateIndexedVectors,
        JsonNode config,
        Map<String, String> payloadSchema,
        Map<String, JsonNode> payloadIndexes) {
    public CollectionInfo {
        payloadSchema = Map.copyOf(payloadSchema);
        payloadIndexes = Map.copyOf(payloadIndexes);
    }

    static CollectionInfo read(Fields fields) {
        return new CollectionInfo(
                status(fields.at("status")),
                optimizerError(fields.at("optimizer_status")),
                fields.number("points_count"),
                fields.number("indexed_vectors_count"),
                fields.at("config").node(),
                fields.at("payload_schema").asMap(index -> index.text("data_type")),
                fields.at("payload_schema").asMap(CollectionInfo::index));
    }

    private static JsonNode index(Fields index) {
        JsonNode params = index.node().path("params");
        return params.isObject() ? params : index.at("data_type").node();
    }

    private static CollectionStatus status(Fields status) {
        return CollectionStatus.of(status.asText())
                .orElseThrow(() -> new WrongShape(status.where(), "green, yellow, grey or red"));
    }

    private static Optional<String> optimizerError(Fields status) {
        return status.node().isTextual() ? Optional.empty() : Optional.of(status.text("error"));
    }
}
