package io.lifeboat.lab.qdrant.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.store.Directories;
import io.lifeboat.lab.qdrant.store.Point;
import io.lifeboat.lab.qdrant.store.Vector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** A segment's directory: written as a whole, and read with Qdrant's words for what cannot be read (cases 13, 14, 43). */
public final class SegmentFiles {
    private SegmentFiles() {}

    /** Replaces the directory of the segment below {@code segments}; a reader finds the old one, the new one, or none. */
    static void write(Path segments, Segment segment, SegmentShape shape) throws IOException {
        Path fresh = segments.resolve(segment.id() + ".new");
        Directories.delete(fresh);
        Files.createDirectories(fresh);
        for (FileImage image : SegmentImages.of(segment, shape)) {
            image.writeBelow(fresh);
        }
        Path directory = segments.resolve(segment.id().toString());
        Directories.delete(directory);
        Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
        segment.markFlushed();
    }

    /** Empty, and the directory is deleted, if it has no version: Qdrant takes it for one that was never finished. */
    public static Optional<Segment> load(Path directory) throws IOException {
        if (!Files.exists(directory.resolve(SegmentImages.VERSION))) {
            Directories.delete(directory);
            return Optional.empty();
        }
        JsonNode state = state(directory);
        JsonNode config = state.path("config");
        List<IdTracker.Entry> ids = IdTracker.read(directory);
        Map<String, List<Optional<Vector>>> vectors = vectors(directory, config, ids.size());
        List<byte[]> payloads = Gridstore.read(directory.resolve("payload_storage"), ids.size());
        List<Segment.Entry> entries = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            entries.add(new Segment.Entry(ids.get(i), point(ids.get(i), payloads.get(i), vectors, i)));
        }
        SegmentKind kind =
                Files.exists(directory.resolve("id_tracker.mappings")) ? SegmentKind.OPTIMISED : SegmentKind.APPENDABLE;
        UUID id = UUID.fromString(directory.getFileName().toString());
        return Optional.of(Segment.loaded(
                id,
                kind,
                state.path("initial_version").asLong(0),
                state.path("version").asLong(0),
                entries));
    }

    /** Lays what came over what is there; a file that the manifest does not name any more goes. */
    public static void merge(Path came, Path target, JsonNode manifest) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> tree = Files.walk(target)) {
            for (Path old : tree.filter(Files::isRegularFile).toList()) {
                String path = target.relativize(old).toString();
                boolean listed = manifest.path("file_versions").has(path);
                if (!listed && !path.equals(SegmentImages.STATE) && !path.equals(SegmentImages.VERSION)) {
                    Files.delete(old);
                }
            }
        }
        try (Stream<Path> tree = Files.walk(came)) {
            for (Path fresh : tree.filter(Files::isRegularFile).toList()) {
                Path to = target.resolve(came.relativize(fresh).toString());
                Files.createDirectories(to.getParent());
                if (!fresh.endsWith(SegmentManifest.FILE)) {
                    Files.move(fresh, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Which payload indexes the segment has been given. */
    public static Map<String, JsonNode> indexes(Path directory) throws IOException {
        Map<String, JsonNode> indexes = new TreeMap<>();
        Path file = directory.resolve(SegmentImages.PAYLOAD_INDEX);
        if (Files.exists(file)) {
            JsonBody.parse(Files.readAllBytes(file))
                    .path("indexed_fields")
                    .properties()
                    .forEach(field -> indexes.put(field.getKey(), field.getValue()));
        }
        return indexes;
    }

    private static JsonNode state(Path directory) throws IOException {
        Path file = directory.resolve(SegmentImages.STATE);
        String refusal = "Failed to read segment state " + directory + " error: ";
        if (!Files.exists(file)) {
            throw QdrantError.internal(
                    refusal + "failed to open file `" + file + "`: No such file or directory (os error 2)");
        }
        try {
            return JsonBody.parse(Files.readAllBytes(file));
        } catch (QdrantError malformed) {
            String why = malformed.getMessage().replace("Format error in JSON body: ", "");
            throw QdrantError.internal(refusal + "Failed to deserialize " + file + ": " + why);
        }
    }

    private static Map<String, List<Optional<Vector>>> vectors(Path directory, JsonNode config, int count)
            throws IOException {
        Map<String, List<Optional<Vector>>> vectors = new TreeMap<>();
        for (Map.Entry<String, JsonNode> named : config.path("vector_data").properties()) {
            Path storage = directory.resolve(SegmentImages.storage(named.getKey()));
            int size = named.getValue().path("size").asInt();
            vectors.put(
                    named.getKey(),
                    DenseVectors.read(storage, size, count).stream()
                            .map(vector -> vector.<Vector>map(Vector.Dense::new))
                            .toList());
        }
        for (Map.Entry<String, JsonNode> named :
                config.path("sparse_vector_data").properties()) {
            Path storage = directory.resolve(SegmentImages.storage(named.getKey()));
            vectors.put(
                    named.getKey(),
                    Gridstore.read(storage.resolve("store"), count).stream()
                            .map(SegmentFiles::sparse)
                            .toList());
        }
        return vectors;
    }

    private static Optional<Vector> sparse(byte[] stored) {
        if (stored.length == 0) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        int[] indices = new int[(int) in.getLong()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (int) in.getLong();
        }
        float[] values = new float[(int) in.getLong()];
        in.asFloatBuffer().get(values);
        return Optional.of(new Vector.Sparse(indices, values));
    }

    private static Optional<Point> point(
            IdTracker.Entry tracked, byte[] payload, Map<String, List<Optional<Vector>>> vectors, int internal) {
        if (tracked.deleted()) {
            return Optional.empty();
        }
        Map<String, Vector> named = new TreeMap<>();
        vectors.forEach((name, all) -> all.get(internal).ifPresent(vector -> named.put(name, vector)));
        ObjectNode content =
                payload.length == 0 ? JsonNodeFactory.instance.objectNode() : (ObjectNode) JsonBody.parse(payload);
        return Optional.of(new Point(tracked.id(), tracked.version(), content, named));
    }
}
