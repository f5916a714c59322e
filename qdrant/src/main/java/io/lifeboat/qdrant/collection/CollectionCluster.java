package io.lifeboat.qdrant.collection;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.qdrant.answer.Fields;
import java.util.List;
import java.util.Optional;

/**
 * Where a collection's shards are, as one node sees it. Peer ids are kept as digits.
 *
 * @param transfers shards that are on their way to another node
 */
public record CollectionCluster(
        String peerId, long shardCount, List<LocalShard> local, List<RemoteShard> remote, int transfers) {
    public CollectionCluster {
        local = List.copyOf(local);
        remote = List.copyOf(remote);
    }

    /** A replica on the node asked; {@code approximatePoints} is 0 for a dummy shard. The key is that of custom sharding. */
    public record LocalShard(long shardId, long approximatePoints, String state, Optional<JsonNode> key) {
        static LocalShard read(Fields fields) {
            return new LocalShard(
                    fields.number("shard_id"),
                    fields.number("points_count"),
                    fields.text("state"),
                    fields.find("shard_key").map(Fields::node));
        }
    }

    /** A replica elsewhere; the state is this node's belief, seconds old where nobody writes (case 37). */
    public record RemoteShard(long shardId, String peerId, String state, Optional<JsonNode> key) {
        static RemoteShard read(Fields fields) {
            return new RemoteShard(
                    fields.number("shard_id"),
                    fields.at("peer_id").asUnsigned(),
                    fields.text("state"),
                    fields.find("shard_key").map(Fields::node));
        }
    }

    static CollectionCluster read(Fields fields) {
        return new CollectionCluster(
                fields.at("peer_id").asUnsigned(),
                fields.number("shard_count"),
                fields.list("local_shards", LocalShard::read),
                fields.list("remote_shards", RemoteShard::read),
                fields.list("shard_transfers", Fields::where).size());
    }
}
