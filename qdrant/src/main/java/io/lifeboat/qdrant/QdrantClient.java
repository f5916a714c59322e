package io.lifeboat.qdrant;

import io.lifeboat.qdrant.alias.AliasCalls;
import io.lifeboat.qdrant.call.Caller;
import io.lifeboat.qdrant.call.Endpoint;
import io.lifeboat.qdrant.collection.CollectionCalls;
import io.lifeboat.qdrant.point.PointCalls;
import io.lifeboat.qdrant.service.ServiceCalls;
import io.lifeboat.qdrant.snapshot.PartialCalls;
import io.lifeboat.qdrant.snapshot.SnapshotCalls;
import io.lifeboat.qdrant.snapshot.SnapshotPlace;
import io.lifeboat.qdrant.transport.QdrantTransport;

/**
 * One Qdrant node, to be called over some transport. Cheap to make; as thread-safe as its transport.
 *
 * <p>Every call returns an {@link io.lifeboat.qdrant.answer.Answer} and throws only {@link InterruptedException}, or
 * {@link IllegalArgumentException} for arguments that cannot be sent.
 */
public final class QdrantClient {
    private final Caller caller;

    public QdrantClient(QdrantTransport transport, Endpoint endpoint) {
        this.caller = new Caller(transport, endpoint);
    }

    public Endpoint endpoint() {
        return caller.endpoint();
    }

    public ServiceCalls service() {
        return new ServiceCalls(caller);
    }

    public CollectionCalls collections() {
        return new CollectionCalls(caller);
    }

    public AliasCalls aliases() {
        return new AliasCalls(caller);
    }

    public PointCalls points(String collection) {
        return new PointCalls(caller, collection);
    }

    public SnapshotCalls snapshots(String collection) {
        return snapshots(new SnapshotPlace.OfCollection(collection));
    }

    public SnapshotCalls snapshots(SnapshotPlace place) {
        return new SnapshotCalls(caller, place);
    }

    public PartialCalls partial(String collection, long shard) {
        return new PartialCalls(caller, new SnapshotPlace.OfShard(collection, shard));
    }

    /** One replica of a shard, as the node asked has it, whatever its state (not documented by Qdrant). */
    public PointCalls replica(String collection, long shard) {
        return PointCalls.ofReplica(caller, collection, shard);
    }
}
