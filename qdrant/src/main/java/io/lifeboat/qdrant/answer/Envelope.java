package io.lifeboat.qdrant.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every result: {@code {"result":..,"status":"ok","time":..}}, or {@code {"status":{"error":".."}}},
 * or {@code {"status":"accepted"}}.
 *
 * @param status {@code ok}, {@code accepted}, {@code already_in_progress}, or empty if an error stands there
 */
record Envelope<T>(Optional<T> result, Optional<String> status, Optional<String> error) {

    /** Reads to the end of the document; anything after it is not JSON. */
    static <T> Envelope<T> read(JsonParser parser, ResultReader<T> reader) throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT, "answer", "an object");
        @Nullable T result = null;
        @Nullable JsonNode status = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
            if (name.equals("result") && !isNull) {
                result = reader.read(parser);
            } else if (name.equals("status")) {
                status = parser.readValueAsTree();
            } else {
                parser.skipChildren();
            }
        }
        require(parser.nextToken() == null, "answer", "nothing after it");
        return of(result, status);
    }

    private static <T> Envelope<T> of(@Nullable T result, @Nullable JsonNode status) {
        if (status != null && status.isTextual()) {
            return new Envelope<>(Optional.ofNullable(result), Optional.of(status.textValue()), Optional.empty());
        }
        if (status != null && status.path("error").isTextual()) {
            return new Envelope<>(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(status.path("error").textValue()));
        }
        throw new WrongShape("answer.status", "a text or an error");
    }

    private static void require(boolean condition, String where, String expected) {
        if (!condition) {
            throw new WrongShape(where, expected);
        }
    }
}
