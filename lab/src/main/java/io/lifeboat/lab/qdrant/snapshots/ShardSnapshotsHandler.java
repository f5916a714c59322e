package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Call;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.Shard;
import io.lifeboat.lab.qdrant.store.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Snapshots of one shard: the same calls as for a collection, and one that streams (cases 29 and 36). */
public final class ShardSnapshotsHandler {
    static final String SHARD = "/collections/{collection_name}/shards/{shard_id}";
    private static final String ALL = SHARD + "/snapshots";
    private static final String ONE = ALL + "/{snapshot_name}";

    private final Storage storage;
    private final SnapshotFolder folder;
    private final Recovery recovery;
    private final SnapshotFaults faults;

    /** @param directory where the files are kept, those of a shard below its collection's */
    public ShardSnapshotsHandler(Storage storage, Path directory, Clock clock, SnapshotFaults faults)
            throws IOException {
        this.storage = storage;
        this.folder = new SnapshotFolder(directory, clock);
        this.recovery = new Recovery(storage, faults);
        this.faults = faults;
    }

    public List<Route> routes() {
        return List.of(
                Route.manage("POST", ALL, this::create),
                Route.read("GET", ALL, this::list),
                Route.manage("GET", SHARD + "/snapshot", this::stream),
                Route.write("PUT", ALL + "/recover", this::recover),
                Route.of("POST", ALL + "/upload", Route.Access.MANAGE_PLAIN, Route.Effect.WRITE, this::upload),
                Route.read("GET", ONE, this::download),
                Route.manage("DELETE", ONE, this::delete));
    }

    private Collection collection(Call call) {
        return storage.get(call.collection());
    }

    private Shard shard(Call call) {
        return collection(call).shard(call.param("shard_id"));
    }

    private String folderOf(Call call) {
        return collection(call).name() + "/shards/" + shard(call).number();
    }

    private Answer create(Call call) throws IOException {
        Collection collection = collection(call);
        Shard shard = shard(call);
        String directory = folderOf(call);
        return Tasks.run(call, () -> {
            Collection.mustBeReadable(shard, Collection.Read.INFO);
            faults.mustHaveRoom(collection.name());
            String prefix = collection.name() + "-shard-" + shard.number();
            return folder.describe(folder.add(
                    directory,
                    prefix,
                    out -> SnapshotArchive.write(
                            collection, storage.peer(), out, (tar, shards) -> shards.alone(shard))));
        });
    }

    private Answer list(Call call) throws IOException {
        return new Answer.Result(folder.list(folderOf(call)));
    }

    /** Packed into a file first, so that the collection is not held by a slow reader. */
    private Answer stream(Call call) throws IOException {
        try {
            Collection collection = collection(call);
            Shard shard = shard(call);
            Collection.mustBeReadable(shard, Collection.Read.INFO);
            String name = collection.name() + "-shard-" + shard.number() + ".snapshot";
            return TemporaryTar.stream(
                    storage,
                    name,
                    out -> SnapshotArchive.write(
                            collection, storage.peer(), out, (tar, shards) -> shards.streamed(shard)));
        } catch (QdrantError error) {
            throw error.asPlainText();
        }
    }

    private Answer download(Call call) {
        try {
            return new Answer.Download(folder.find(folderOf(call), call.param("snapshot_name")));
        } catch (QdrantError error) {
            throw error.asPlainText();
        }
    }

    private Answer delete(Call call) throws IOException {
        folder.delete(folderOf(call), call.param("snapshot_name"));
        return new Answer.Result(BooleanNode.TRUE);
    }

    /** A location without a scheme is the name of a file in the shard's own folder. */
    private Answer recover(Call call) throws IOException {
        JsonBody body = call.json();
        String location = body.require("location").asText();
        Optional<Checksum> checksum = Checksum.given(SnapshotsHandler.text(body, "checksum"), "JSON body");
        Collection collection = collection(call);
        Shard shard = shard(call);
        if (location.startsWith("file:")) {
            throw QdrantError.badRequest("Invalid snapshot location: expected a URL or a file name");
        }
        return Tasks.run(call, () -> {
            Path download = storage.temporary().resolve("download-" + UUID.randomUUID());
            try {
                Path file = location.contains("://")
                        ? new Location(folder.root()).fetch(location, SnapshotsHandler.text(body, "api_key"), download)
                        : folder.find(folderOf(call), location);
                Checksum.mustMatch(checksum, file);
                recovery.shard(collection, shard, file);
                return BooleanNode.TRUE;
            } finally {
                Files.deleteIfExists(download);
            }
        });
    }

    private Answer upload(Call call) throws IOException {
        Optional<Checksum> checksum =
                Checksum.given(Optional.ofNullable(call.request().query().get("checksum")), "query parameters");
        Collection collection = collection(call);
        Shard shard = shard(call);
        Path came = storage.temporary().resolve("upload-" + UUID.randomUUID());
        try {
            Multipart part = Multipart.read(call.request(), "snapshot", came);
            Checksum.mustMatchUpload(checksum, part.file());
            recovery.shard(collection, shard, part.file());
            return new Answer.Result(NullNode.instance);
        } finally {
            Files.deleteIfExists(came);
        }
    }
}
