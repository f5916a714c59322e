package io.lifeboat.lab.qdrant.store;

import io.lifeboat.lab.qdrant.http.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Bytes that points take, counted as Qdrant's hardware counters do (case 26). */
final class Usage {
    private static final int PAYLOAD_BLOCK = 128;

    private Usage() {}

    static long vectorBytes(Map<String, Vector> vectors) {
        return vectors.values().stream().mapToLong(Usage::vectorBytes).sum();
    }

    private static long vectorBytes(Vector vector) {
        return switch (vector) {
            case Vector.Dense dense -> 4L * dense.values().length;
            case Vector.Sparse sparse -> 8L * sparse.values().length;
        };
    }

    /** Qdrant compresses payloads with LZ4; short ones come out as literals: size, token, length, text. */
    static long writtenPayloadBytes(Point point) {
        if (point.payload().isEmpty()) {
            return 0;
        }
        int text = JsonText.of(point.payload()).getBytes(StandardCharsets.UTF_8).length;
        return 4L + 1 + (text < 15 ? 0 : 1 + (text - 15) / 255) + text;
    }

    static long storedPayloadBytes(Point point) {
        return (writtenPayloadBytes(point) + PAYLOAD_BLOCK - 1) / PAYLOAD_BLOCK * PAYLOAD_BLOCK;
    }
}
