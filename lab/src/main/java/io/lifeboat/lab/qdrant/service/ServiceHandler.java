package io.lifeboat.lab.qdrant.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.lab.qdrant.http.Answer;
import io.lifeboat.lab.qdrant.http.QdrantError;
import io.lifeboat.lab.qdrant.http.Route;
import io.lifeboat.lab.qdrant.store.Storage;
import java.util.List;

/** What a node says of itself, and what a standalone one answers to calls that need a cluster (cases 01 and 28). */
public final class ServiceHandler {
    private static final String SHARDS = "/collections/{collection_name}/shards";

    private final String version;
    private final Storage storage;

    public ServiceHandler(String version, Storage storage) {
        this.version = version;
        this.storage = storage;
    }

    public List<Route> routes() {
        return List.of(
                Route.open("/", call -> root()),
                Route.open("/healthz", call -> Answer.Text.ok("healthz check passed")),
                Route.open("/livez", call -> Answer.Text.ok("healthz check passed")),
                Route.open("/readyz", call -> Answer.Text.ok("all shards are ready")),
                Route.read("GET", "/issues", call -> issues()),
                Route.read("GET", "/cluster", call -> cluster()),
                Route.read("GET", "/cluster/telemetry", call -> {
                    throw QdrantError.internal("Could not get telemetry from cluster");
                }),
                Route.read("GET", "/cluster/metadata/keys", call -> {
                    throw standalone();
                }),
                Route.write("POST", "/cluster/recover", call -> {
                    throw standalone();
                }),
                Route.write("DELETE", "/cluster/peer/{peer_id}", call -> {
                    throw QdrantError.badRequest("Distributed mode disabled.");
                }),
                Route.write("POST", "/collections/{collection_name}/cluster", call -> {
                    throw noCluster();
                }),
                Route.write("PUT", SHARDS, call -> {
                    throw noCluster();
                }),
                Route.read("GET", SHARDS, call -> shardKeys(call.collection())));
    }

    private static QdrantError noCluster() {
        return QdrantError.badRequest("Distributed mode disabled");
    }

    private static QdrantError standalone() {
        return QdrantError.internal("Qdrant is running in standalone mode");
    }

    /** The commit is not that of any real build: this is a stand-in, and says so. */
    private Answer root() {
        return new Answer.Bare(JsonNodeFactory.instance
                .objectNode()
                .put("title", "qdrant - vector search engine")
                .put("version", version)
                .put("commit", "lifeboat-lab-stand-in"));
    }

    private static Answer issues() {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putArray("issues");
        return new Answer.Result(result);
    }

    private static Answer cluster() {
        return new Answer.Result(JsonNodeFactory.instance.objectNode().put("status", "disabled"));
    }

    private Answer shardKeys(String collection) {
        storage.get(collection);
        return new Answer.Result(JsonNodeFactory.instance.objectNode());
    }
}
