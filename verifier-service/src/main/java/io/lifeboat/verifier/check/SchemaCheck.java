package io.lifeboat.verifier.check;

import io.lifeboat.events.incident.CollectionBaseline;
import io.lifeboat.events.plan.Arguments;
import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.collection.CollectionInfo;
import io.lifeboat.verifier.baseline.PayloadSchema;
import jakarta.inject.Singleton;
import java.util.Map;

/** The payload indexes are those of the baseline: without them filters are slow, or refused in strict mode. */
@Singleton
public class SchemaCheck implements Check {

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        return PerCollection.withBaseline(scene, baseline -> judge(scene, baseline));
    }

    private static CheckResult judge(Scene scene, CollectionBaseline baseline) throws InterruptedException {
        Map<String, Arguments> recorded = baseline.payloadSchema();
        if (recorded == null) {
            return CheckResult.notRun("its payload schema was not recorded while healthy");
        }
        Answer<CollectionInfo> answer = scene.publicly().collections().get(baseline.name());
        return answer instanceof Answer.Ok<CollectionInfo> ok
                ? SchemaRule.judge(recorded, PayloadSchema.of(ok.result()))
                : PerCollection.unanswered(answer);
    }
}
