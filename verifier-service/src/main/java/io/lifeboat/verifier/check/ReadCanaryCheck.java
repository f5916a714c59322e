package io.lifeboat.verifier.check;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.point.PointId;
import io.lifeboat.qdrant.point.ScrollPage;
import io.lifeboat.qdrant.point.ScrollRequest;
import io.lifeboat.qdrant.point.StoredPoint;
import jakarta.inject.Singleton;
import java.util.List;

/** A point of each collection can be read, by scrolling and by its id: green collections have been seen that cannot. */
@Singleton
public class ReadCanaryCheck implements Check {

    @Override
    public String name() {
        return "read-canary";
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        return PerCollection.of(scene, collection -> read(scene, collection));
    }

    private static CheckResult read(Scene scene, String collection) throws InterruptedException {
        Answer<ScrollPage> answer = scene.publicly().points(collection).scroll(ScrollRequest.first(1));
        if (!(answer instanceof Answer.Ok<ScrollPage> ok)) {
            return PerCollection.unanswered(answer);
        }
        return ok.result().points().isEmpty()
                ? empty(scene, collection)
                : byId(scene, collection, ok.result().points().getFirst().id());
    }

    private static CheckResult empty(Scene scene, String collection) {
        long recorded =
                scene.baselineOf(collection).map(baseline -> baseline.count()).orElse(0L);
        return recorded == 0
                ? CheckResult.notRun("it has no points")
                : CheckResult.notYet("it has no points, recorded were %d", recorded);
    }

    private static CheckResult byId(Scene scene, String collection, PointId id) throws InterruptedException {
        Answer<List<StoredPoint>> answer = scene.publicly().points(collection).retrieve(List.of(id));
        if (!(answer instanceof Answer.Ok<List<StoredPoint>> ok)) {
            return PerCollection.unanswered(answer);
        }
        return ok.result().isEmpty()
                ? CheckResult.notYet("point %s was scrolled and cannot be read by its id", id)
                : CheckResult.passed("point %s was read", id);
    }
}
