package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A vector of a point. Its arrays are never changed after it is made. */
public sealed interface Vector {
    /** One float a dimension. */
    record Dense(float[] values) implements Vector {}

    /** Only what is not zero, by ascending index. */
    record Sparse(int[] indices, float[] values) implements Vector {}

    /** Empty if {@code node} is neither an array of numbers nor indices with as many values. */
    static Optional<Vector> read(JsonNode node) {
        if (numbers(node)) {
            return Optional.of(new Dense(floats(node)));
        }
        JsonNode indices = node.path("indices");
        JsonNode values = node.path("values");
        if (numbers(indices) && numbers(values) && indices.size() == values.size()) {
            return Optional.of(sparse(indices, values));
        }
        return Optional.empty();
    }

    private static boolean numbers(JsonNode node) {
        return node.isArray() && StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isNumber);
    }

    private static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).floatValue();
        }
        return values;
    }

    private static Vector sparse(JsonNode indices, JsonNode values) {
        int[] order = IntStream.range(0, indices.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> indices.get(i).asLong()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] sortedIndices = new int[order.length];
        float[] sortedValues = new float[order.length];
        for (int i = 0; i < order.length; i++) {
            sortedIndices[i] = indices.get(order[i]).intValue();
            sortedValues[i] = values.get(order[i]).floatValue();
        }
        return new Sparse(sortedIndices, sortedValues);
    }

    /** How many numbers it holds. */
    default int size() {
        return switch (this) {
            case Dense dense -> dense.values.length;
            case Sparse sparse -> sparse.values.length;
        };
    }

    default JsonNode json() {
        return switch (this) {
            case Dense dense -> array(dense.values);
            case Sparse sparse -> json(sparse);
        };
    }

    private static ArrayNode array(float[] values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(values.length);
        for (float value : values) {
            array.add(value);
        }
        return array;
    }

    private static ObjectNode json(Sparse sparse) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode indices = node.putArray("indices");
        for (int index : sparse.indices) {
            indices.add(index);
        }
        node.set("values", array(sparse.values));
        return node;
    }
}
