package io.lifeboat.verifier.check;

import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.events.incident.CollectionBaseline.GoldenQuery;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.verifier.golden.Golden;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Queries whose answers were recorded while healthy are answered alike: the overlap of the best answers. */
@Singleton
public class GoldenQueriesCheck implements Check {

    @Override
    public String name() {
        return "golden-queries";
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        return PerCollection.withBaseline(scene, baseline -> judge(scene, baseline));
    }

    private static CheckResult judge(Scene scene, CollectionBaseline baseline) throws InterruptedException {
        if (baseline.golden().isEmpty()) {
            return CheckResult.notRun("no golden queries were recorded while healthy");
        }
        List<Double> overlaps = new ArrayList<>();
        for (GoldenQuery query : baseline.golden()) {
            Answer<List<String>> answer =
                    new Golden(query.request()).ask(scene.publicly().points(baseline.name()));
            if (!(answer instanceof Answer.Ok<List<String>> ok)) {
                return PerCollection.unanswered(answer);
            }
            overlaps.add(OverlapRule.overlap(query.ids(), ok.result()));
        }
        return OverlapRule.judge(
                overlaps, scene.writtenTo(baseline.name()), scene.limits().overlap());
    }
}
