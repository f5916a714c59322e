package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Call;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Collection snapshots: make, list, download, delete, recover and upload (cases 07 to 23). */
public final class SnapshotsHandler {
    private static final String ALL = "/collections/{collection_name}/snapshots";
    private static final String ONE = ALL + "/{snapshot_name}";

    private final Storage storage;
    private final SnapshotFolder folder;
    private final Recovery recovery;
    private final SnapshotFaults faults;

    /** @param directory where the files are kept, one folder a collection */
    public SnapshotsHandler(Storage storage, Path directory, Clock clock, SnapshotFaults faults) throws IOException {
        this.storage = storage;
        this.folder = new SnapshotFolder(directory, clock);
        this.recovery = new Recovery(storage, faults);
        this.faults = faults;
    }

    public List<Route> routes() {
        return List.of(
                Route.manage("POST", ALL, this::create),
                Route.read("GET", ALL, this::list),
                Route.write("PUT", ALL + "/recover", this::recover),
                Route.of("POST", ALL + "/upload", Route.Access.MANAGE_PLAIN, Route.Effect.WRITE, this::upload),
                Route.read("GET", ONE, this::download),
                Route.manage("DELETE", ONE, this::delete));
    }

    private Answer create(Call call) throws IOException {
        Collection collection = storage.get(call.collection());
        return Tasks.run(call, () -> {
            collection.mustBeReadable(Collection.Read.INFO);
            faults.mustHaveRoom(collection.name());
            collection.snapshotsCreated().incrementAndGet();
            String prefix = collection.name() + "-" + storage.peer();
            return folder.describe(folder.add(
                    collection.name(), prefix, out -> SnapshotArchive.write(collection, storage.peer(), out)));
        });
    }

    private Answer list(Call call) throws IOException {
        return new Answer.Result(folder.list(storage.get(call.collection()).name()));
    }

    /** Its errors come without the envelope. */
    private Answer download(Call call) {
        try {
            String collection = storage.get(call.collection()).name();
            return new Answer.Download(folder.find(collection, call.param("snapshot_name")));
        } catch (QdrantError error) {
            throw error.asPlainText();
        }
    }

    private Answer delete(Call call) throws IOException {
        String collection = storage.get(call.collection()).name();
        folder.find(collection, call.param("snapshot_name"));
        return Tasks.run(call, () -> {
            folder.delete(collection, call.param("snapshot_name"));
            return BooleanNode.TRUE;
        });
    }

    private Answer recover(Call call) throws IOException {
        JsonBody body = call.json();
        String location = body.require("location").asText();
        Optional<Checksum> checksum = Checksum.given(text(body, "checksum"), "JSON body");
        return Tasks.run(call, () -> {
            Path download = storage.temporary().resolve("download-" + UUID.randomUUID());
            try {
                Path file = new Location(folder.root()).fetch(location, text(body, "api_key"), download);
                Checksum.mustMatch(checksum, file);
                recovery.collection(call.collection(), file);
                return BooleanNode.TRUE;
            } finally {
                Files.deleteIfExists(download);
            }
        });
    }

    /** The file stays in the folder whether or not it can be restored (case 11). */
    private Answer upload(Call call) throws IOException {
        Optional<Checksum> checksum =
                Checksum.given(Optional.ofNullable(call.request().query().get("checksum")), "query parameters");
        Path came = storage.temporary().resolve("upload-" + UUID.randomUUID());
        try {
            Multipart part = Multipart.read(call.request(), "snapshot", came);
            Checksum.mustMatchUpload(checksum, part.file());
            Path file = folder.addUploaded(storage.resolve(call.collection()), part.fileName(), part.file());
            return Tasks.run(call, () -> {
                recovery.collection(call.collection(), file);
                return BooleanNode.TRUE;
            });
        } finally {
            Files.deleteIfExists(came);
        }
    }

    static Optional<String> text(JsonBody body, String name) {
        return Optional.of(body.json().path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
