package io.lifeboat.verifier.check;

import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.qdrant.answer.Answer;
import jakarta.inject.Singleton;

/** The exact number of points is that of the baseline, or what writes since and losses that are known explain. */
@Singleton
public class CountsCheck implements Check {

    @Override
    public String name() {
        return "counts";
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        return PerCollection.withBaseline(scene, baseline -> judge(scene, baseline));
    }

    private static CheckResult judge(Scene scene, CollectionBaseline baseline) throws InterruptedException {
        Answer<Long> answer = scene.publicly().points(baseline.name()).count();
        return answer instanceof Answer.Ok<Long> ok
                ? CountRule.judge(
                        baseline.count(), ok.result(), scene.writtenTo(baseline.name()), scene.lag(), scene.losses())
                : PerCollection.unanswered(answer);
    }
}
