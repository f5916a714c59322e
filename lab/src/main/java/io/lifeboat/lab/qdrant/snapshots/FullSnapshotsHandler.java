package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Call;
import io.lifeboat.lab.qdrant.http.JsonText;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.Storage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Snapshots of the whole node: a tar of one snapshot a collection, with the aliases (case 27). */
public final class FullSnapshotsHandler {
    private static final String ONE = "/snapshots/{snapshot_name}";
    private static final String ROOT = "";

    private final Storage storage;
    private final SnapshotFolder folder;

    /** @param directory the same that the collections' snapshots are kept under */
    public FullSnapshotsHandler(Storage storage, Path directory, Clock clock) throws IOException {
        this.storage = storage;
        this.folder = new SnapshotFolder(directory, clock);
    }

    public List<Route> routes() {
        return List.of(
                Route.manage("POST", "/snapshots", call -> create()),
                Route.read("GET", "/snapshots", call -> new Answer.Result(folder.list(ROOT))),
                Route.read("GET", ONE, this::download),
                Route.manage("DELETE", ONE, this::delete));
    }

    private Answer create() throws IOException {
        return new Answer.Result(folder.describe(folder.add(ROOT, "full-snapshot", this::write)));
    }

    /** Each collection is packed for itself, one after the other. */
    private void write(OutputStream out) throws IOException {
        TarWriter tar = new TarWriter(out);
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        ObjectNode mapping = config.putObject("collections_mapping");
        for (Collection collection : storage.collections()) {
            String name = folder.name(collection.name() + "-" + storage.peer());
            Path packed = Files.createDirectories(storage.temporary()).resolve("full-" + UUID.randomUUID());
            try {
                try (OutputStream one = new BufferedOutputStream(Files.newOutputStream(packed))) {
                    SnapshotArchive.write(collection, storage.peer(), one);
                }
                tar.file(name, packed);
            } finally {
                Files.deleteIfExists(packed);
            }
            mapping.put(collection.name(), name);
        }
        ObjectNode aliases = config.putObject("collections_aliases");
        storage.aliases().forEach(alias -> aliases.put(alias.name(), alias.collection()));
        tar.file("config.json", JsonText.of(config)).finish();
    }

    private Answer download(Call call) {
        try {
            return new Answer.Download(folder.find(ROOT, call.param("snapshot_name")));
        } catch (QdrantError error) {
            throw error.asPlainText();
        }
    }

    private Answer delete(Call call) throws IOException {
        folder.delete(ROOT, call.param("snapshot_name"));
        return new Answer.Result(BooleanNode.TRUE);
    }
}
