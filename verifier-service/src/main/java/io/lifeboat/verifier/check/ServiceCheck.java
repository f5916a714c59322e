package io.lifeboat.verifier.check;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.service.ServiceInfo;
import jakarta.inject.Singleton;

/** A Qdrant answers at the public address. */
@Singleton
public class ServiceCheck implements Check {

    @Override
    public String name() {
        return "service";
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        Answer<ServiceInfo> answer = scene.publicly().service().info();
        return answer instanceof Answer.Ok<ServiceInfo> ok
                ? CheckResult.passed(
                        "%s %s answers", ok.result().title(), ok.result().version())
                : PerCollection.unanswered(answer);
    }
}
