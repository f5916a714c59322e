package io.lifeboat.verifier.check;

import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.digest.DigestLevel;
import io.lifeboat.qdrant.digest.PointDigests;
import io.lifeboat.qdrant.point.PointId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The points whose content was recorded while healthy can be read, and are as they were. */
@Singleton
public class KnownPointsCheck implements Check {

    @Override
    public String name() {
        return "known-points";
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        return PerCollection.withBaseline(scene, baseline -> judge(scene, baseline));
    }

    private static CheckResult judge(Scene scene, CollectionBaseline baseline) throws InterruptedException {
        if (baseline.knownPoints().isEmpty()) {
            return CheckResult.notRun("no points were recorded while healthy");
        }
        List<PointId> ids =
                baseline.knownPoints().keySet().stream().map(PointId::parse).toList();
        Answer<Map<PointId, String>> answer = scene.publicly()
                .points(baseline.name())
                .retrieve(ids, true, true, PointDigests.reader(DigestLevel.VECTORS));
        return answer instanceof Answer.Ok<Map<PointId, String>> ok
                ? KnownPointsRule.judge(
                        baseline.knownPoints(),
                        ok.result(),
                        scene.writtenTo(baseline.name()),
                        scene.limits().replaced())
                : PerCollection.unanswered(answer);
    }
}
