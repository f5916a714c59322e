package io.lifeboat.qdrant.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.transport.Body;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as Qdrant speaks it: integers of any size stay integers, and 2.0 stays 2.0. Thread-safe. */
public final class QdrantJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private QdrantJson() {}

    public static JsonFactory factory() {
        return MAPPER.getFactory();
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static Body body(JsonNode json) {
        try {
            return Body.of(MAPPER.writeValueAsBytes(json));
        } catch (IOException e) {
            throw new UncheckedIOException("a tree in memory could not be written as JSON", e);
        }
    }
}
