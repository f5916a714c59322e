package io.lifeboat.detector.probe.qdrant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.QdrantJson;
import io.lifeboat.qdrant.answer.ResultReader;
import io.lifeboat.qdrant.transport.ResourcePath;
import io.vertx.core.Future;

/**
 * Tries a collection's write path without touching anybody's data: it deletes, and waits for it, one point that never
 * existed. That passes the log and the update worker as every write does, and changes no point, count or digest; only
 * the shard's operation number grows.
 */
final class WriteCanary {
    /** Nobody's: drawn once, never inserted by anyone. */
    private static final String POINT = "5afeb0a7-0000-4c1f-9c6e-2d0f6c1b7a11";

    private WriteCanary() {}

    static Future<CanaryResult> write(NodeCalls calls, String collection) {
        ObjectNode body = QdrantJson.object();
        body.putArray("points").add(POINT);
        ResourcePath path =
                ResourcePath.of("collections", collection, "points", "delete").with("wait", true);
        ResultReader<String> status = ResultReader.ofFields(fields -> fields.text("status"));
        return calls.post(path, body, status).map(answer -> switch (answer) {
            case Answer.Ok<String> ok when ok.result().equals("completed") -> new CanaryResult.Sound();
            case Answer.Ok<String> ok ->
                CollectionTrouble.unsound(
                        Reason.WRITE_FAILED,
                        collection,
                        "a write ended as '%s', expected completed".formatted(ok.result()));
            case Answer.Accepted<String> accepted ->
                CollectionTrouble.unsound(Reason.WRITE_FAILED, collection, "a write answered 202");
            case Answer.Failure<String> failure ->
                CollectionTrouble.of(calls, Reason.WRITE_FAILED, collection, "a write", failure);
        });
    }
}
