package io.lifeboat.lab.qdrant.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.JsonText;
import io.lifeboat.lab.qdrant.segment.SegmentShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/** {@code config.json} of a collection's directory: what it is made of and its payload indexes. */
public final class CollectionFile {
    private static final String NAME = "config.json";

    private CollectionFile() {}

    /** A collection without its points. */
    public record Content(CollectionConfig config, Map<String, JsonNode> indexes) {
        public Content {
            indexes = Map.copyOf(indexes);
        }

        SegmentShape shape() {
            return new SegmentShape(config, indexes);
        }
    }

    static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(NAME));
    }

    static Content read(Path directory) throws IOException {
        JsonNode file = JsonBody.parse(Files.readAllBytes(directory.resolve(NAME)));
        Map<String, JsonNode> indexes = new TreeMap<>();
        file.get("indexes").properties().forEach(entry -> indexes.put(entry.getKey(), entry.getValue()));
        return new Content(CollectionConfig.of((ObjectNode) file.get("config")), indexes);
    }

    static void write(Path directory, Content content) throws IOException {
        Files.createDirectories(directory);
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.set("config", content.config().reported());
        ObjectNode indexes = file.putObject("indexes");
        content.indexes().forEach(indexes::set);
        replace(directory.resolve(NAME), file);
    }

    /** A directory without its file is no collection: what is left of it goes at the next start. */
    static void deleteIn(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(NAME));
    }

    /** Writes a small JSON file so that a reader finds either the old or the new one. */
    public static void replace(Path path, JsonNode content) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(fresh, JsonText.of(content));
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
