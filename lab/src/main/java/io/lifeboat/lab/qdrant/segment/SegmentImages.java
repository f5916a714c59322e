package io.lifeboat.lab.qdrant.segment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.JsonText;
import io.lifeboat.lab.qdrant.store.Point;
import io.lifeboat.lab.qdrant.store.Vector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a segment, in the order in which Qdrant packs them; {@code version.info} is the last (facts, B). */
public final class SegmentImages {
    static final String STATE = "segment.json";
    static final String VERSION = "version.info";
    static final String PAYLOAD_INDEX = "payload_index/config.json";

    private SegmentImages() {}

    public static List<FileImage> of(Segment segment, SegmentShape shape) {
        List<Optional<Point>> content = segment.content();
        List<FileImage> images = new ArrayList<>();
        shape.config().dense().forEach((name, space) -> images.addAll(dense(segment, name, space.size(), content)));
        shape.config().sparse().forEach(name -> images.addAll(sparse(name, content)));
        images.add(FileImage.text(PAYLOAD_INDEX, JsonText.of(shape.payloadIndexes())));
        images.addAll(Gridstore.images(
                "payload_storage", content.stream().map(SegmentImages::payload).toList()));
        images.addAll(ids(segment));
        images.add(FileImage.text(STATE, JsonText.of(state(segment, shape))));
        images.add(FileImage.text(VERSION, "0.6.0"));
        return images;
    }

    static String storage(String vector) {
        return vector.isEmpty() ? "vector_storage" : "vector_storage-" + vector;
    }

    private static List<FileImage> dense(Segment segment, String name, int size, List<Optional<Point>> content) {
        List<Optional<float[]>> vectors = content.stream()
                .map(point -> point.flatMap(there -> values(there.vectors().get(name))))
                .toList();
        List<Optional<float[]>> shown = deletedAsZeros(content, vectors, size);
        return switch (segment.kind()) {
            case APPENDABLE -> DenseVectors.chunked(storage(name), size, shown);
            case OPTIMISED -> DenseVectors.matrix(storage(name), size, shown);
        };
    }

    private static Optional<float[]> values(@org.jspecify.annotations.Nullable Vector vector) {
        return vector instanceof Vector.Dense dense ? Optional.of(dense.values()) : Optional.empty();
    }

    /** A vector is flagged as missing only where its point is there without it. */
    private static List<Optional<float[]>> deletedAsZeros(
            List<Optional<Point>> content, List<Optional<float[]>> vectors, int size) {
        Optional<float[]> zeros = Optional.of(new float[size]);
        List<Optional<float[]>> shown = new ArrayList<>(vectors);
        for (int i = 0; i < shown.size(); i++) {
            if (content.get(i).isEmpty()) {
                shown.set(i, zeros);
            }
        }
        return shown;
    }

    private static List<FileImage> sparse(String name, List<Optional<Point>> content) {
        List<Optional<Vector.Sparse>> vectors = content.stream()
                .map(point -> point.map(there -> there.vectors().get(name))
                        .filter(Vector.Sparse.class::isInstance)
                        .map(Vector.Sparse.class::cast))
                .toList();
        List<byte[]> values = vectors.stream()
                .map(vector -> vector.map(SegmentImages::bytes).orElse(new byte[0]))
                .toList();
        List<FileImage> images = new ArrayList<>(Gridstore.images(storage(name) + "/store", values));
        images.addAll(DenseVectors.flags(storage(name) + "/deleted", vectors));
        return images;
    }

    /** How many, the indices in eight bytes each, how many, the values. */
    private static byte[] bytes(Vector.Sparse vector) {
        int count = vector.values().length;
        ByteBuffer out = ByteBuffer.allocate(16 + count * 12).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(count);
        for (int index : vector.indices()) {
            out.putLong(Integer.toUnsignedLong(index));
        }
        out.putLong(count);
        for (float value : vector.values()) {
            out.putFloat(value);
        }
        return out.array();
    }

    private static byte[] payload(Optional<Point> point) {
        return point.map(Point::payload)
                .filter(payload -> !payload.isEmpty())
                .map(payload -> JsonText.of(payload).getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
    }

    private static List<FileImage> ids(Segment segment) {
        return switch (segment.kind()) {
            case APPENDABLE -> segment.places() == 0 ? List.of() : IdTracker.journal(segment.tracked());
            case OPTIMISED -> IdTracker.list(segment.tracked());
        };
    }

    private static ObjectNode state(Segment segment, SegmentShape shape) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        switch (segment.kind()) {
            case APPENDABLE -> state.putNull("initial_version");
            case OPTIMISED -> state.put("initial_version", segment.initialVersion());
        }
        if (segment.version() == 0) {
            state.putNull("version");
        } else {
            state.put("version", segment.version());
        }
        state.set("config", shape.configOf(segment.kind()));
        return state;
    }
}
