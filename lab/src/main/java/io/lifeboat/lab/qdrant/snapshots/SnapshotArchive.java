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
import io.lifeboat.lab.qdrant.store.PeerId;
import io.lifeboat.lab.qdrant.store.Shard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The snapshot of a collection: its shards, and last what the collection is made of (facts, B). */
final class SnapshotArchive {
    private SnapshotArchive() {}

    /** Writes a tar while the collection holds still. */
    interface Packing {
        void pack(TarWriter tar, ShardArchive shards) throws IOException;
    }

    static void write(Collection collection, PeerId peer, OutputStream out, Packing packing) throws IOException {
        collection.shortenLogs();
        collection.still(() -> {
            TarWriter tar = new TarWriter(out);
            packing.pack(tar, new ShardArchive(tar, collection.shape(), peer));
            tar.finish();
            return true;
        });
    }

    static void write(Collection collection, PeerId peer, OutputStream out) throws IOException {
        write(collection, peer, out, (tar, shards) -> {
            for (Shard shard : collection.shards()) {
                shards.inCollection(shard);
            }
            tar.file("version.info", "0.4.2")
                    .file("config.json", config(collection))
                    .file("shard_key_mapping.json", "[]")
                    .file("payload_index.json", indexes(collection));
        });
    }

    private static String config(Collection collection) {
        ObjectNode config = collection.config().reported().deepCopy();
        return JsonText.of(config.putNull("uuid"));
    }

    private static String indexes(Collection collection) {
        ObjectNode indexes = JsonNodeFactory.instance.objectNode();
        ObjectNode schema = indexes.putObject("schema");
        new TreeMap<>(collection.indexes()).forEach(schema::set);
        return JsonText.of(indexes);
    }

    /** What an unpacked snapshot says of its collection; its indexes may be missing (case 22). */
    static CollectionFile.Content readContent(Path unpacked) throws IOException {
        Path file = unpacked.resolve("config.json");
        if (!Files.exists(file)) {
            throw QdrantError.internal(
                    "File IO error: failed to open file `" + file + "`: No such file or directory (os error 2)");
        }
        ObjectNode config = (ObjectNode) JsonBody.parse(Files.readAllBytes(file));
        config.remove("uuid");
        Map<String, JsonNode> indexes = new TreeMap<>();
        Path schema = unpacked.resolve("payload_index.json");
        if (Files.exists(schema)) {
            JsonBody.parse(Files.readAllBytes(schema))
                    .path("schema")
                    .properties()
                    .forEach(entry -> indexes.put(entry.getKey(), entry.getValue()));
        }
        return new CollectionFile.Content(CollectionConfig.of(config), indexes);
    }
}
