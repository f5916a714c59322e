package io.lifeboat.qdrant.snapshot;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.call.Caller;
import io.lifeboat.qdrant.transport.ResourcePath;
import java.util.List;

/** Calls about one collection's snapshots on one node. */
public record SnapshotCalls(Caller caller, String collection) {
    public Answer<List<SnapshotInfo>> list() throws InterruptedException {
        return caller.get(path(), ResultReader.ofFields(fields -> fields.asList(SnapshotInfo::read)));
    }

    /** Makes one and waits. It goes on when the caller gives up. Two in one second share one name and one file. */
    public Answer<SnapshotInfo> create() throws InterruptedException {
        return caller.post(path(), QdrantJson.object(), ResultReader.ofFields(SnapshotInfo::read));
    }

    /** Asks for one and does not wait: {@link Answer.Accepted}, without a name. */
    public Answer<SnapshotInfo> createWithoutWaiting() throws InterruptedException {
        return caller.post(path().with("wait", false), QdrantJson.object(), ResultReader.ofFields(SnapshotInfo::read));
    }

    public Answer<Boolean> delete(String name) throws InterruptedException {
        return caller.delete(ResourcePath.of("collections", collection, "snapshots", name), ResultReader.ofFlag());
    }

    private ResourcePath path() {
        return ResourcePath.of("collections", collection, "snapshots");
    }
}
