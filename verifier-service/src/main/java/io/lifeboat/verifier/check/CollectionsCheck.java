package io.lifeboat.verifier.check;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.answer.RefusalKind;
import io.lifeboat.qdrant.collection.CollectionInfo;
import io.lifeboat.qdrant.collection.CollectionStatus;
import jakarta.inject.Singleton;

/** Every expected collection is there, by its name or as an alias, and is not red. */
@Singleton
public class CollectionsCheck implements Check {

    @Override
    public String name() {
        return "collections";
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        return PerCollection.of(
                scene, collection -> judge(scene.publicly().collections().get(collection)));
    }

    private static CheckResult judge(Answer<CollectionInfo> answer) {
        if (answer instanceof Answer.Ok<CollectionInfo> ok) {
            CollectionStatus status = ok.result().status();
            return status == CollectionStatus.RED
                    ? CheckResult.failed("it is red")
                    : CheckResult.passed("there, %s", status.name().toLowerCase(java.util.Locale.ROOT));
        }
        boolean missing =
                answer instanceof Answer.Refused<CollectionInfo> refused && refused.kind() == RefusalKind.NOT_FOUND;
        return missing ? CheckResult.failed("it is missing") : PerCollection.unanswered(answer);
    }
}
