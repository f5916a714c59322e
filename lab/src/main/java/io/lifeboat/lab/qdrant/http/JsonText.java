package io.lifeboat.lab.qdrant.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/** Renders a tree as serde_json would: compact, members in their order, numbers by {@link RustNumber}. */
public final class JsonText {
    private final StringBuilder out = new StringBuilder(256);

    private JsonText() {}

    public static String of(JsonNode node) {
        JsonText text = new JsonText();
        text.node(node);
        return text.out.toString();
    }

    private void node(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> string(node.textValue());
            case NUMBER -> number(node);
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL, MISSING -> out.append("null");
            case BINARY, POJO -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        }
    }

    private void object(JsonNode node) {
        out.append('{');
        Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            string(member.getKey());
            out.append(':');
            node(member.getValue());
            out.append(members.hasNext() ? "," : "");
        }
        out.append('}');
    }

    private void array(JsonNode node) {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
            out.append(i == 0 ? "" : ",");
            node(node.get(i));
        }
        out.append(']');
    }

    private void number(JsonNode node) {
        if (node.numberType() == JsonParser.NumberType.FLOAT) {
            out.append(RustNumber.of(node.floatValue()));
        } else if (node.isFloatingPointNumber()) {
            out.append(RustNumber.of(node.doubleValue()));
        } else {
            out.append(node.asText());
        }
    }

    private void string(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> out.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }
}
