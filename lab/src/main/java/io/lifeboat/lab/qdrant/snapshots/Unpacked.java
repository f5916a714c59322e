package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.segment.SegmentManifest;
import io.lifeboat.lab.qdrant.store.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The directory of one shard out of a snapshot. */
record Unpacked(Path directory) {
    private static final String TAR = ".tar";

    Path segments() {
        return directory.resolve("segments");
    }

    /** Whether the node that made the snapshot had the shard itself (case 35). */
    boolean isLocal() throws IOException {
        Path file = directory.resolve("replica_state.json");
        if (!Files.exists(file)) {
            throw QdrantError.internal("Can't read shard config at " + file);
        }
        return JsonBody.parse(Files.readAllBytes(file)).path("is_local").asBoolean();
    }

    /** Both have to be there, or it counts as a shard that is not in the snapshot (case 19). */
    boolean hasData() {
        return Files.isDirectory(segments()) && Files.isDirectory(directory.resolve("wal"));
    }

    /** Unpacks the segments that are tars themselves, and brings each one's files to the top of its directory. */
    void unpackSegments() throws IOException {
        if (!Files.isDirectory(segments())) {
            throw QdrantError.internal(
                    "IO Error: failed to read directory `" + segments() + "`: No such file or directory (os error 2)");
        }
        for (Path one : Directories.list(segments())) {
            String name = one.getFileName().toString();
            if (name.endsWith(TAR)) {
                Path inner = directory.resolve("unpacking");
                TarReader.unpack(one, inner);
                Files.delete(one);
                move(
                        inner.resolve("snapshot/files"),
                        segments().resolve(name.substring(0, name.length() - TAR.length())));
                Directories.delete(inner);
            } else {
                Path aside = Files.move(one, directory.resolve("moving"));
                move(aside.resolve("files"), one);
                Directories.delete(aside);
            }
        }
    }

    private static void move(Path files, Path segment) throws IOException {
        if (Files.isDirectory(files)) {
            Files.move(files, segment);
        } else {
            Files.createDirectories(segment);
        }
    }

    /** The manifest of each segment, by its id; only a partial snapshot has them. */
    Map<String, JsonNode> manifests() throws IOException {
        Map<String, JsonNode> manifests = new TreeMap<>();
        for (Path segment : Directories.list(segments())) {
            Path file = segment.resolve(SegmentManifest.FILE);
            if (Files.exists(file)) {
                manifests.put(segment.getFileName().toString(), JsonBody.parse(Files.readAllBytes(file)));
            }
        }
        return manifests;
    }
}
