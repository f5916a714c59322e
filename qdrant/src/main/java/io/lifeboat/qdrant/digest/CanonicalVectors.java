package io.lifeboat.qdrant.digest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lifeboat.qdrant.answer.WrongShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One form for each point's vectors, whatever order Qdrant prints them in: by name (the unnamed one as ""), sparse
 * sorted by index, numbers rounded to six digits, lengths before contents.
 */
final class CanonicalVectors {
    private static final Comparator<ByteSink.Entry> BY_NAME = Comparator.comparing(ByteSink.Entry::key);

    private record Element(long index, double value) {}

    private CanonicalVectors() {}

    /** Writes the value of {@code "vector"} that the parser stands on, and leaves it on its last token. */
    static void write(JsonParser parser, ByteSink sink) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            writeName("", sink);
            writeArray(parser, sink);
            return;
        }
        expect(parser.currentToken(), JsonToken.START_OBJECT);
        List<ByteSink.Entry> entries = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int start = sink.size();
            String name = parser.currentName();
            writeName(name, sink);
            parser.nextToken();
            writeOne(parser, sink);
            entries.add(new ByteSink.Entry(name, start, sink.size()));
        }
        entries.sort(BY_NAME);
        sink.rearrange(entries, -1);
    }

    private static void writeName(String name, ByteSink sink) {
        sink.put('N');
        sink.putInt(name.length());
        sink.putText(name);
    }

    private static void writeOne(JsonParser parser, ByteSink sink) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            writeSparse(parser, sink);
        } else {
            expect(parser.currentToken(), JsonToken.START_ARRAY);
            writeArray(parser, sink);
        }
    }

    /** A dense vector, or several of them (a multi vector). */
    private static void writeArray(JsonParser parser, ByteSink sink) throws IOException {
        sink.put('[');
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                writeArray(parser, sink);
            } else {
                sink.put('#');
                SixDigits.write(number(parser), sink);
            }
        }
        sink.put(']');
    }

    private static void writeSparse(JsonParser parser, ByteSink sink) throws IOException {
        List<Double> indices = List.of();
        List<Double> values = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            expect(parser.nextToken(), JsonToken.START_ARRAY);
            switch (name) {
                case "indices" -> indices = numbers(parser);
                case "values" -> values = numbers(parser);
                default -> throw new WrongShape("vector", "indices and values, found " + name);
            }
        }
        writeSparse(elements(indices, values), sink);
    }

    private static List<Element> elements(List<Double> indices, List<Double> values) {
        if (indices.size() != values.size()) {
            throw new WrongShape("vector", "as many indices as values");
        }
        List<Element> elements = new ArrayList<>(indices.size());
        for (int i = 0; i < indices.size(); i++) {
            elements.add(new Element(indices.get(i).longValue(), values.get(i)));
        }
        elements.sort(Comparator.comparingLong(Element::index));
        return elements;
    }

    private static void writeSparse(List<Element> elements, ByteSink sink) {
        sink.put('S');
        sink.putInt(elements.size());
        for (Element element : elements) {
            sink.putLong(element.index());
            SixDigits.write(element.value(), sink);
        }
    }

    private static List<Double> numbers(JsonParser parser) throws IOException {
        List<Double> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(number(parser));
        }
        return numbers;
    }

    /** What is not finite is printed as null. */
    private static double number(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_NULL -> Double.NaN;
            default -> throw new WrongShape("vector", "numbers");
        };
    }

    private static void expect(JsonToken found, JsonToken expected) {
        if (found != expected) {
            throw new WrongShape("vector", expected.toString());
        }
    }
}
