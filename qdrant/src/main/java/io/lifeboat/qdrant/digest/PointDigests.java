package io.lifeboat.qdrant.digest;

import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.point.PointId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Digests of single points, over the same canonical form as {@link ContentDigest}. Thread-safe. */
public final class PointDigests {
    private PointDigests() {}

    /** Reads a list of points, as a retrieval by id answers it, into 64 hex digits a point. */
    public static ResultReader<Map<PointId, String>> reader(DigestLevel level) {
        return parser -> {
            Map<PointId, String> digests = new LinkedHashMap<>();
            new PointStream(level, (id, payload, vectors) -> digests.put(id, digest(id, payload, vectors)))
                    .readList(parser);
            return digests;
        };
    }

    private static String digest(PointId id, ByteSink payload, ByteSink vectors) {
        MessageDigest sha256 = DigestAccumulator.sha256();
        byte[] idBytes = id.bytes();
        sha256.update((byte) idBytes.length);
        sha256.update(idBytes);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, payload.size()));
        payload.update(sha256);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, vectors.size()));
        vectors.update(sha256);
        return HexFormat.of().formatHex(sha256.digest());
    }
}
