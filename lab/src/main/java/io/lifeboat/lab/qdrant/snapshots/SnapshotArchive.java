package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.JsonText;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.CollectionConfig;
import io.lifeboat.lab.qdrant.store.CollectionFile;
import io.lifeboat.lab.qdrant.store.Directories;
import io.lifeboat.lab.qdrant.store.PeerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The content of a collection snapshot: the outer files as in Qdrant's (facts, B), the points as the stand-in's own log
 * inside one nested segment tar.
 */
final class SnapshotArchive {
    private static final String FILES = "snapshot/files/";
    private static final String POINTS = "points.log";
    /** Room is taken in advance, as Qdrant's pages do: a log may be followed by zeros. */
    private static final int PAGE = 64 * 1024;

    private SnapshotArchive() {}

    static byte[] pack(Collection collection, PeerId peer) {
        ObjectNode config = collection.config().reported().deepCopy();
        ObjectNode indexes = JsonNodeFactory.instance.objectNode();
        ObjectNode schema = indexes.putObject("schema");
        collection.indexes().forEach(schema::set);
        return new TarWriter()
                .file("0/segments/" + UUID.randomUUID() + ".tar", segment(collection))
                .file("0/replica_state.json", replicaState(peer))
                .file("0/shard_config.json", "{\"type\":\"ReplicaSet\"}")
                .file("version.info", "0.4.2")
                .file("config.json", JsonText.of(config.putNull("uuid")))
                .file("shard_key_mapping.json", "[]")
                .file("payload_index.json", JsonText.of(indexes))
                .finish();
    }

    private static byte[] segment(Collection collection) {
        byte[] log = collection.dump();
        int room = (log.length / PAGE + 1) * PAGE;
        ObjectNode state = JsonNodeFactory.instance.objectNode().put("version", collection.lastOperation());
        return new TarWriter()
                .file(FILES + POINTS, Arrays.copyOf(log, room))
                .file(FILES + "segment.json", JsonText.of(state))
                .file(FILES + "version.info", "0.6.0")
                .finish();
    }

    private static String replicaState(PeerId peer) {
        ObjectNode state =
                JsonNodeFactory.instance.objectNode().put("is_local", true).put("this_peer_id", peer.value());
        state.putObject("peers").put(peer.toString(), "Active");
        return JsonText.of(state);
    }

    /** What an unpacked snapshot says of its collection. */
    static CollectionFile.Content readContent(Path unpacked) throws IOException {
        ObjectNode config = (ObjectNode) JsonBody.parse(read(unpacked.resolve("config.json")));
        config.remove("uuid");
        JsonNode schema =
                JsonBody.parse(read(unpacked.resolve("payload_index.json"))).path("schema");
        Map<String, JsonNode> indexes = new TreeMap<>();
        schema.properties().forEach(entry -> indexes.put(entry.getKey(), entry.getValue()));
        return new CollectionFile.Content(CollectionConfig.of(config), indexes);
    }

    /** The log of the points; the error of a segment that cannot be read otherwise. */
    static byte[] readPoints(Path unpacked) throws IOException {
        for (Path tar : Directories.list(unpacked.resolve("0/segments"))) {
            Path inner = unpacked.resolve("segment");
            TarReader.unpack(tar, inner);
            Path state = inner.resolve(FILES + "segment.json");
            if (!Files.exists(state)) {
                throw QdrantError.internal("Failed to read segment state " + state.getParent()
                        + " error: failed to open file `" + state + "`: No such file or directory (os error 2)");
            }
            return read(inner.resolve(FILES + POINTS));
        }
        throw QdrantError.internal("the snapshot holds no segment made by the stand-in");
    }

    private static byte[] read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw QdrantError.internal(
                    "File IO error: failed to open file `" + file + "`: No such file or directory (os error 2)");
        }
        return Files.readAllBytes(file);
    }
}
