package io.lifeboat.qdrant.snapshot;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.call.Caller;
import java.util.List;

/** Calls about the snapshots of one place on one node. Making and restoring take long: give the endpoint the time. */
public record SnapshotCalls(Caller caller, SnapshotPlace place) {

    /** Only files that this node has. */
    public Answer<List<SnapshotInfo>> list() throws InterruptedException {
        return caller.get(place.path(), ResultReader.ofFields(fields -> fields.asList(SnapshotInfo::read)));
    }

    /** Makes one and waits. It goes on when the caller gives up. Two in one second share one name and one file. */
    public Answer<SnapshotInfo> create() throws InterruptedException {
        return caller.post(place.path(), QdrantJson.object(), ResultReader.ofFields(SnapshotInfo::read));
    }

    /** Asks for one and does not wait: {@link Answer.Accepted}, without a name. */
    public Answer<SnapshotInfo> createWithoutWaiting() throws InterruptedException {
        return caller.post(
                place.path().with("wait", false), QdrantJson.object(), ResultReader.ofFields(SnapshotInfo::read));
    }

    public Answer<Boolean> delete(String name) throws InterruptedException {
        return caller.delete(place.path(name), ResultReader.ofFlag());
    }

    /**
     * Lets the node take a snapshot from where it lies, and waits. A name that is an alias is resolved: the collection behind
     * it is overwritten. Over a collection that is there a failure destroys what was there (cases 13, 14, 23); into a new
     * name it may leave a broken collection behind.
     *
     * @throws UnsupportedOperationException for whole storages, which are restored only at a node's start
     */
    public Answer<Boolean> recover(RecoverRequest request) throws InterruptedException {
        if (place instanceof SnapshotPlace.OfStorage) {
            throw new UnsupportedOperationException("a whole storage is restored at the start of a node only");
        }
        return caller.putAcknowledged(place.path("recover").with("wait", true), request.toJson());
    }
}
