package io.lifeboat.qdrant.digest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lifeboat.qdrant.answer.WrongShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One form for each JSON value: no white space, keys sorted by UTF-16 code units and strings escaped as in RFC 8785
 * (JCS). Unlike there, numbers stay as they were printed: Qdrant keeps 2 and 2.0 apart, and so do we.
 */
final class CanonicalJson {
    private static final Comparator<ByteSink.Entry> BY_KEY = Comparator.comparing(ByteSink.Entry::key);

    private CanonicalJson() {}

    /** Writes the value that the parser stands on, and leaves it on the value's last token. */
    static void write(JsonParser parser, ByteSink sink) throws IOException {
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT -> writeObject(parser, sink);
            case START_ARRAY -> writeArray(parser, sink);
            case VALUE_STRING -> writeString(parser.getText(), sink);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
                sink.putText(parser.getText());
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new WrongShape("payload", "a value, found " + token);
        }
    }

    private static void writeObject(JsonParser parser, ByteSink sink) throws IOException {
        sink.put('{');
        List<ByteSink.Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int start = sink.size();
            String key = parser.currentName();
            writeString(key, sink);
            sink.put(':');
            parser.nextToken();
            write(parser, sink);
            entries.add(new ByteSink.Entry(key, start, sink.size()));
        }
        entries.sort(BY_KEY);
        sink.rearrange(entries, ',');
        sink.put('}');
    }

    private static void writeArray(JsonParser parser, ByteSink sink) throws IOException {
        sink.put('[');
        for (boolean first = true; parser.nextToken() != JsonToken.END_ARRAY; first = false) {
            if (!first) {
                sink.put(',');
            }
            write(parser, sink);
        }
        sink.put(']');
    }

    private static void writeString(String text, ByteSink sink) {
        sink.put('"');
        if (text.chars().allMatch(c -> c >= 0x20 && c < 0x7f && c != '"' && c != '\\')) {
            sink.putText(text);
        } else {
            text.codePoints().forEach(point -> writeCharacter(point, sink));
        }
        sink.put('"');
    }

    private static void writeCharacter(int point, ByteSink sink) {
        switch (point) {
            case '"' -> sink.putText("\\\"");
            case '\\' -> sink.putText("\\\\");
            case '\b' -> sink.putText("\\b");
            case '\t' -> sink.putText("\\t");
            case '\n' -> sink.putText("\\n");
            case '\f' -> sink.putText("\\f");
            case '\r' -> sink.putText("\\r");
            default -> sink.putText(plainOrEscaped(point));
        }
    }

    /** Half a surrogate pair has no UTF-8 form, so it is escaped as control characters are. */
    private static String plainOrEscaped(int point) {
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return point < 0x20 || half ? String.format("\\u%04x", point) : Character.toString(point);
    }
}
