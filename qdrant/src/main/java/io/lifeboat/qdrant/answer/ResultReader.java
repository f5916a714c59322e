package io.lifeboat.qdrant.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.function.Function;

/**
 * Reads the value of {@code "result"} (or a whole document that has no envelope) from a parser that stands on its first
 * token, and leaves it on the last.
 */
@FunctionalInterface
public interface ResultReader<T> {
    /** @throws WrongShape if the JSON is not what was expected */
    T read(JsonParser parser) throws IOException;

    /** A reader that first builds a tree: for all that is small. */
    static <T> ResultReader<T> ofFields(Function<Fields, T> read) {
        return parser -> {
            JsonNode tree = parser.readValueAsTree();
            return read.apply(new Fields(tree, "result"));
        };
    }

    /** {@code "result": true} or {@code false}. */
    static ResultReader<Boolean> ofFlag() {
        return ofFields(Fields::asFlag);
    }
}
