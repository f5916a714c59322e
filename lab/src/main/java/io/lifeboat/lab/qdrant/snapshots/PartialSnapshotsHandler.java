package io.lifeboat.lab.qdrant.snapshots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.Call;
import io.lifeboat.lab.qdrant.http.JsonBody;
import io.lifeboat.lab.qdrant.http.JsonText;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.segment.SegmentManifest;
import io.lifeboat.lab.qdrant.store.Collection;
import io.lifeboat.lab.qdrant.store.Shard;
import io.lifeboat.lab.qdrant.store.ShardState;
import io.lifeboat.lab.qdrant.store.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Partial snapshots: what one shard has that another lacks, made, applied, and pulled from another node (case 30). While a
 * round waits for its stream the shard goes on taking writes, and loses them when it is applied.
 */
public final class PartialSnapshotsHandler {
    private static final String PARTIAL = ShardSnapshotsHandler.SHARD + "/snapshot/partial";

    private final Storage storage;
    private final Recovery recovery;

    public PartialSnapshotsHandler(Storage storage, SnapshotFaults faults) {
        this.storage = storage;
        this.recovery = new Recovery(storage, faults);
    }

    public List<Route> routes() {
        return List.of(
                Route.read("GET", PARTIAL + "/manifest", this::manifest),
                Route.manage("POST", PARTIAL + "/create", this::create),
                Route.of("POST", PARTIAL + "/recover", Route.Access.MANAGE_PLAIN, Route.Effect.WRITE, this::recover),
                Route.write("POST", PARTIAL + "/recover_from", this::recoverFrom));
    }

    private Collection collection(Call call) {
        return storage.get(call.collection());
    }

    private Shard shard(Call call) {
        return collection(call).shard(call.param("shard_id"));
    }

    private static JsonNode manifest(Collection collection, Shard shard) throws IOException {
        return collection.alone(() -> SegmentManifest.of(shard.segments().list(), collection.shape()));
    }

    private Answer manifest(Call call) throws IOException {
        Shard shard = shard(call);
        Collection.mustBeReadable(shard, Collection.Read.INFO);
        return new Answer.Result(manifest(collection(call), shard));
    }

    private Answer create(Call call) throws IOException {
        Collection collection = collection(call);
        Shard shard = shard(call);
        JsonNode theirs = call.json().json();
        shard.partial().startCreating();
        try {
            Collection.mustBeReadable(shard, Collection.Read.INFO);
            if (same(theirs, manifest(collection, shard))) {
                return new Answer.Text(304, "", true);
            }
            String name = collection.name() + "-shard-" + shard.number() + "-partial.snapshot";
            return TemporaryTar.stream(
                    storage,
                    name,
                    out -> SnapshotArchive.write(
                            collection, storage.peer(), out, (tar, shards) -> shards.changedSince(theirs, shard)));
        } catch (QdrantError error) {
            throw error.asPlainText();
        } finally {
            shard.partial().endCreating();
        }
    }

    /** Ours is read as theirs was: a number that was put is of another class than one that was read. */
    private static boolean same(JsonNode theirs, JsonNode ours) {
        return theirs.equals(JsonBody.parse(JsonText.of(ours).getBytes(StandardCharsets.UTF_8)));
    }

    private Answer recover(Call call) throws IOException {
        Optional<Checksum> checksum =
                Checksum.given(Optional.ofNullable(call.request().query().get("checksum")), "query parameters");
        Collection collection = collection(call);
        Shard shard = shard(call);
        Path came = storage.temporary().resolve("upload-" + UUID.randomUUID());
        if (!shard.partial().startRecovering()) {
            return new Answer.Busy();
        }
        try {
            Multipart part = Multipart.read(call.request(), "snapshot", came);
            Checksum.mustMatchUpload(checksum, part.file());
            recovery.partial(collection, shard, part.file(), recovery.base(collection, shard));
            return new Answer.Result(NullNode.instance);
        } finally {
            shard.partial().endRecovering();
            Files.deleteIfExists(came);
        }
    }

    private Answer recoverFrom(Call call) throws IOException {
        JsonBody body = call.json();
        String peer = body.require("peer_url").asText();
        Optional<String> apiKey = SnapshotsHandler.text(body, "api_key");
        Collection collection = collection(call);
        Shard shard = shard(call);
        if (!shard.partial().startRecovering()) {
            return new Answer.Busy();
        }
        return Tasks.run(call, () -> {
            try {
                return BooleanNode.valueOf(round(collection, shard, peer, apiKey));
            } finally {
                shard.partial().endRecovering();
            }
        });
    }

    private boolean round(Collection collection, Shard shard, String peer, Optional<String> apiKey) throws IOException {
        Map<String, Long> base = recovery.base(collection, shard);
        JsonNode ours = shard.state() instanceof ShardState.Local
                ? manifest(collection, shard)
                : JsonNodeFactory.instance.objectNode();
        Path download = Files.createDirectories(storage.temporary()).resolve("partial-" + UUID.randomUUID());
        try {
            String path =
                    "/collections/" + collection.name() + "/shards/" + shard.number() + "/snapshot/partial/create";
            if (!new PeerStream(peer, apiKey).pull(path, ours, download)) {
                return false;
            }
            recovery.partial(collection, shard, download, base);
            return true;
        } finally {
            Files.deleteIfExists(download);
        }
    }
}
