package io.lifeboat.lab.qdrant.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A JSON request body. {@code end} is where it ends ("line 1 column 44"): serde reports an error in an untagged or
 * flattened value there (cases 03 and 05).
 */
public record JsonBody(ObjectNode json, String end) {
    /** {@code service.max_request_size_mb} of a default Qdrant, in bytes. */
    public static final int LIMIT = 32 * 1024 * 1024;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static JsonBody read(Request request) {
        if (!request.header("Content-Type").orElse("").startsWith("application/json")) {
            throw QdrantError.bare("Content type error");
        }
        byte[] bytes = readBytes(request);
        String end = endOf(bytes);
        if (parse(bytes) instanceof ObjectNode object) {
            return new JsonBody(object, end);
        }
        throw QdrantError.format("invalid type: expected a map at " + end);
    }

    /** The refusal of a value that is none of the variants of an untagged type. */
    public QdrantError refuse(String text) {
        return QdrantError.format(text + " at " + end);
    }

    /** A member that has to be there. */
    public JsonNode require(String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            throw refuse("missing field `" + name + "`");
        }
        return value;
    }

    private static byte[] readBytes(Request request) {
        try {
            byte[] bytes = request.body().readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw QdrantError.bare("JSON payload is larger than allowed (limit: " + LIMIT + " bytes).");
            }
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Parses a request's body, or a file that the stand-in wrote itself. */
    public static JsonNode parse(byte[] bytes) {
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            if (tree.isMissingNode()) {
                throw QdrantError.format("EOF while parsing a value at line 1 column 0");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            throw QdrantError.format(SerdeSyntax.describe(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String endOf(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && Character.isWhitespace(bytes[end - 1])) {
            end--;
        }
        int line = 1;
        int column = 0;
        for (int i = 0; i < end; i++) {
            column = bytes[i] == '\n' ? 0 : column + 1;
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return "line " + line + " column " + column;
    }
}
