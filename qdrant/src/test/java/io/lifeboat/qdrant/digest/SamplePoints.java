package io.lifeboat.qdrant.digest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.point.PointId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** Points of every form, from a seed: numbers over the whole range and UUIDs, dense, sparse and multi vectors. */
final class SamplePoints {
    private final Random random;

    SamplePoints(long seed) {
        this.random = new Random(seed);
    }

    NavigableMap<PointId, ObjectNode> points(int count) {
        NavigableMap<PointId, ObjectNode> points = new TreeMap<>();
        while (points.size() < count) {
            PointId id = random.nextBoolean()
                    ? new PointId.Num(random.nextLong())
                    : new PointId.Uuid(new UUID(random.nextLong(), random.nextLong()));
            points.put(id, point(id));
        }
        return points;
    }

    private ObjectNode point(PointId id) {
        ObjectNode point = QdrantJson.object();
        point.set("id", id.toJson());
        ObjectNode payload = point.putObject("payload");
        payload.put("city", "c" + random.nextInt(10)).put("n", random.nextInt()).put("x", random.nextDouble());
        payload.putObject("deep")
                .put("flag", random.nextBoolean())
                .putNull("none")
                .putArray("tags")
                .add("\u00e4\"");
        ObjectNode vectors = point.putObject("vector");
        fill(vectors.putArray("dense"), 8);
        ObjectNode sparse = vectors.putObject("sparse");
        sparse.putArray("indices").add(3).add(7);
        fill(sparse.putArray("values"), 2);
        ArrayNode multi = vectors.putArray("multi");
        fill(multi.addArray(), 3);
        fill(multi.addArray(), 3);
        return point;
    }

    private void fill(ArrayNode array, int size) {
        for (int i = 0; i < size; i++) {
            array.add(random.nextFloat() - 0.5f);
        }
    }

    <T> List<T> shuffled(Iterable<T> items) {
        List<T> list = new ArrayList<>();
        items.forEach(list::add);
        java.util.Collections.shuffle(list, random);
        return list;
    }

    /** The same object with its keys, all the way down, in another order. */
    ObjectNode reordered(ObjectNode object) {
        ObjectNode copy = QdrantJson.object();
        shuffled(object.properties())
                .forEach(entry -> copy.set(
                        entry.getKey(),
                        entry.getValue() instanceof ObjectNode child ? reordered(child) : entry.getValue()));
        return copy;
    }

    Random random() {
        return random;
    }
}
