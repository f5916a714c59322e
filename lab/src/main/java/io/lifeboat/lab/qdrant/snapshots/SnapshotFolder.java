package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.store.Directories;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The snapshot files of a node: one directory a collection, a checksum beside each file made here. */
final class SnapshotFolder {
    private static final DateTimeFormatter IN_NAMES = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final Path root;
    private final Clock clock;

    SnapshotFolder(Path root, Clock clock) throws IOException {
        this.root = Files.createDirectories(root);
        this.clock = clock;
    }

    Path root() {
        return root;
    }

    /** Names go by the second: two snapshots of one second are one file, the later. */
    String name(String prefix) {
        return prefix + "-"
                + LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).format(IN_NAMES) + ".snapshot";
    }

    /** Writes the bytes of a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @param directory the collection's, or "" for those of the whole node */
    Path add(String directory, String prefix, Content content) throws IOException {
        Path file = Files.createDirectories(root.resolve(directory)).resolve(name(prefix));
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
            content.writeTo(out);
        }
        Files.writeString(checksumOf(file), Checksum.of(fresh).hex());
        return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** An uploaded file gets no checksum beside it, and takes the place of one of the same name. */
    Path addUploaded(String collection, String fileName, Path uploaded) throws IOException {
        Path directory = Files.createDirectories(root.resolve(collection));
        Path file = directory.resolve(Path.of(fileName).getFileName().toString());
        return Files.move(uploaded, file, StandardCopyOption.REPLACE_EXISTING);
    }

    ArrayNode list(String collection) throws IOException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Path file : Directories.list(root.resolve(collection))) {
            if (file.toString().endsWith(".snapshot")) {
                list.add(describe(file));
            }
        }
        return list;
    }

    ObjectNode describe(Path file) throws IOException {
        Instant modified = Files.getLastModifiedTime(file).toInstant();
        ObjectNode description = JsonNodeFactory.instance
                .objectNode()
                .put("name", file.getFileName().toString())
                .put(
                        "creation_time",
                        LocalDateTime.ofInstant(modified, ZoneOffset.UTC).format(SHOWN))
                .put("size", Files.size(file));
        if (Files.exists(checksumOf(file))) {
            description.put("checksum", Files.readString(checksumOf(file)));
        }
        return description;
    }

    Path find(String collection, String name) {
        Path file = root.resolve(collection).resolve(name);
        boolean plainName = !name.contains("/") && name.endsWith(".snapshot");
        if (!plainName || !Files.isRegularFile(file)) {
            throw QdrantError.notFound("Snapshot " + name + " not found");
        }
        return file;
    }

    void delete(String collection, String name) throws IOException {
        Path file = find(collection, name);
        Files.delete(file);
        Files.deleteIfExists(checksumOf(file));
    }

    private static Path checksumOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".checksum");
    }
}
