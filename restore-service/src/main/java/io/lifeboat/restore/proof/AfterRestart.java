package io.lifeboat.restore.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.backup.CollectionRecord;
import io.lifeboat.events.serde.Json;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.collection.CollectionInfo;
import io.lifeboat.qdrant.digest.DigestOutcome;
import io.lifeboat.qdrant.digest.DigestReader;
import io.lifeboat.qdrant.digest.DigestRequest;
import io.lifeboat.qdrant.digest.DigestSummary;
import io.lifeboat.restore.restore.Comparison;
import io.lifeboat.restore.restore.RestoreServer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a restored collection holds once its server was restarted: a segment damaged at rest shows only then.
 *
 * @param points counted exactly
 * @param root of the content's digest; empty where none was recorded
 * @param recall of its index; empty where there was nothing to ask
 * @param difference from what was recorded; empty if there is none
 */
record AfterRestart(long points, String root, Optional<Double> recall, Optional<String> difference) {
    /** Below that, an index finds too little to be the one that its vectors had. */
    private static final double LEAST_RECALL = 0.9;

    static AfterRestart look(RestoreServer server, CollectionRecord recorded, String name) throws InterruptedException {
        Answer<CollectionInfo> info = server.client().collections().get(name);
        Answer<Long> points = server.counting().points(name).count();
        if (info.value().isEmpty() || points.value().isEmpty()) {
            return unreadable(info, points);
        }
        DigestSummary wanted = recorded.digest();
        DigestSummary digest = null;
        if (wanted != null) {
            DigestOutcome outcome =
                    DigestReader.read(server.counting().points(name), DigestRequest.whole(wanted.level()));
            switch (outcome) {
                case DigestOutcome.Complete complete ->
                    digest = complete.digest().summary();
                case DigestOutcome.Failed failed -> {
                    return broken("after the restart its content cannot be read: "
                            + failed.why().summary());
                }
            }
        }
        return judged(
                recorded,
                info.value().get(),
                points.value().get(),
                digest,
                Recall.of(server.counting().points(name)));
    }

    private static AfterRestart judged(
            CollectionRecord recorded,
            CollectionInfo info,
            long points,
            @Nullable DigestSummary digest,
            Recall.Measured recall) {
        Optional<String> difference = Comparison.difference(
                recorded, points, digest, info.payloadSchema().keySet());
        String root = digest == null ? "" : digest.root();
        return switch (recall) {
            case Recall.Measured.At at ->
                new AfterRestart(
                        points,
                        root,
                        Optional.of(at.recall()),
                        difference.or(() -> at.recall() < LEAST_RECALL
                                ? Optional.of("its index finds %.0f %% of the nearest points, expected %.0f %%"
                                        .formatted(at.recall() * 100, LEAST_RECALL * 100))
                                : Optional.empty()));
            case Recall.Measured.Nothing nothing -> new AfterRestart(points, root, Optional.empty(), difference);
            case Recall.Measured.Failed failed ->
                new AfterRestart(
                        points,
                        root,
                        Optional.empty(),
                        difference.or(() -> Optional.of("it cannot be searched: " + failed.why())));
        };
    }

    private static AfterRestart unreadable(Answer<?> info, Answer<?> points) {
        String why = info instanceof Answer.Failure<?> failure
                ? failure.summary()
                : points instanceof Answer.Failure<?> other ? other.summary() : "a read was accepted, not answered";
        return broken("after the restart it cannot be read: " + why);
    }

    private static AfterRestart broken(String why) {
        return new AfterRestart(0, "", Optional.empty(), Optional.of(why));
    }

    JsonNode toJson() {
        ObjectNode json = Json.mapper().createObjectNode().put("points", points).put("digest", root);
        recall.ifPresent(value -> json.put("recall", value));
        difference.ifPresent(text -> json.put("difference", text));
        return json;
    }
}
