package io.lifeboat.qdrant.digest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import io.lifeboat.qdrant.answer.WrongShape;
import io.lifeboat.qdrant.point.PointId;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads points token by token, without a tree, and hands each on. Not thread-safe; used again for each page. */
final class PointStream {
    /** Takes one point; what it is given is overwritten by the next. */
    @FunctionalInterface
    interface Consumer {
        void accept(PointId id, ByteSink payload, ByteSink vectors);
    }

    private final DigestLevel level;
    private final Consumer consumer;
    private final ByteSink payload = new ByteSink();
    private final ByteSink vectors = new ByteSink();

    PointStream(DigestLevel level, Consumer consumer) {
        this.level = level;
        this.consumer = consumer;
    }

    /** A page: {@code {"points":[..],"next_page_offset":..}}; returns where to go on. */
    Optional<PointId> readPage(JsonParser parser) throws IOException {
        require(parser.currentToken() == JsonToken.START_OBJECT, "result", "an object");
        Optional<PointId> next = Optional.empty();
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("points")) {
                readList(parser);
                found = true;
            } else if (name.equals("next_page_offset") && value != JsonToken.VALUE_NULL) {
                next = Optional.of(id(parser));
            } else {
                parser.skipChildren();
            }
        }
        require(found, "result.points", "an array");
        return next;
    }

    /** A list of points; returns how many there were. */
    int readList(JsonParser parser) throws IOException {
        require(parser.currentToken() == JsonToken.START_ARRAY, "points", "an array");
        int count = 0;
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            readPoint(parser);
            count++;
        }
        require(parser.currentToken() == JsonToken.END_ARRAY, "points", "points only");
        return count;
    }

    private void readPoint(JsonParser parser) throws IOException {
        payload.clear();
        vectors.clear();
        @Nullable PointId id = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
            if (name.equals("id")) {
                id = id(parser);
            } else if (!isNull) {
                readPart(name, parser);
            }
        }
        if (id == null) {
            throw new WrongShape("points[].id", "a point id");
        }
        consumer.accept(id, nonEmpty(payload), vectors);
    }

    private void readPart(String name, JsonParser parser) throws IOException {
        if (name.equals("payload") && level.withPayload()) {
            CanonicalJson.write(parser, payload);
        } else if (name.equals("vector") && level.withVectors()) {
            CanonicalVectors.write(parser, vectors);
        } else {
            parser.skipChildren();
        }
    }

    /** No payload and an empty one are the same to Qdrant. */
    private ByteSink nonEmpty(ByteSink sink) {
        if (level.withPayload() && sink.size() == 0) {
            sink.putText("{}");
        }
        return sink;
    }

    private static PointId id(JsonParser parser) throws IOException {
        try {
            return switch (parser.currentToken()) {
                case VALUE_NUMBER_INT -> number(parser);
                case VALUE_STRING -> PointId.uuid(parser.getText());
                default -> throw new WrongShape("points[].id", "a number or a UUID");
            };
        } catch (IllegalArgumentException e) {
            throw new WrongShape("points[].id", "an unsigned 64-bit number or a UUID");
        }
    }

    private static PointId number(JsonParser parser) throws IOException {
        return parser.getNumberType() == NumberType.BIG_INTEGER
                ? PointId.number(parser.getText())
                : PointId.of(parser.getLongValue());
    }

    private static void require(boolean condition, String where, String expected) {
        if (!condition) {
            throw new WrongShape(where, expected);
        }
    }
}
