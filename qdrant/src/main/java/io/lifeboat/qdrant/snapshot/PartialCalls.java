package io.lifeboat.qdrant.snapshot;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.call.Caller;
import java.net.URI;
import java.util.Optional;

/**
 * One-way copying of a shard between two independent nodes (1.14.1 and later; case 30). Not documented by Qdrant. What is copied
 * to must take no writes: segments that the source lacks are deleted there.
 */
public record PartialCalls(Caller caller, SnapshotPlace.OfShard place) {

    /** What the shard's segments are, cheap to ask for: equal manifests mean equal content. */
    public Answer<Manifest> manifest() throws InterruptedException {
        return caller.get(
                place.streamed("partial", "manifest"), ResultReader.ofFields(fields -> new Manifest(fields.node())));
    }

    /**
     * Makes this node pull what has changed from another one, and waits. The round goes on when the caller gives up; while it is
     * applied, reads of the shard fail, and writes taken before are lost.
     *
     * @param source the other node's address, which may have a path (a gateway)
     * @param token sent there as {@code api-key}
     * @return true if something was applied, false if all was equal; {@code ALREADY_IN_PROGRESS} if a round runs
     */
    public Answer<Boolean> recoverFrom(URI source, Optional<String> token) throws InterruptedException {
        var body = QdrantJson.object().put("peer_url", source.toString());
        token.ifPresent(text -> body.put("api_key", text));
        return caller.post(place.streamed("partial", "recover_from").with("wait", true), body, ResultReader.ofFlag());
    }
}
