package io.lifeboat.verifier.baseline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.collection.CollectionInfo;
import java.util.Map;
import java.util.TreeMap;

/** A collection's payload indexes as events have them: each field with the type and the parameters of its index. Pure. */
public final class PayloadSchema {
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private PayloadSchema() {}

    /** Always with {@code type}; parameters only where the index was made with some. */
    public static Map<String, Arguments> of(CollectionInfo info) {
        Map<String, Arguments> schema = new TreeMap<>();
        info.payloadIndexes()
                .forEach((field, index) -> schema.put(
                        field,
                        parameters(index).with("type", info.payloadSchema().get(field))));
        return schema;
    }

    private static Arguments parameters(JsonNode index) {
        return index.isObject() ? new Arguments(Json.mapper().convertValue(index, VALUES)) : Arguments.none();
    }
}
