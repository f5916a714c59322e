package io.lifeboat.verifier.check;

import io.lifeboat.qdrant.QdrantClient;
import io.lifeboat.qdrant.answer.Answer;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The answer really comes from the site that should serve: each Qdrant process has an id of its own in its telemetry, which is
 * asked for publicly and of the site's nodes themselves.
 */
@Singleton
public class SiteCheck implements Check {

    @Override
    public String name() {
        return "site";
    }

    @Override
    public CheckResult run(Scene scene) throws InterruptedException {
        Answer<String> answer = scene.publicly().service().instanceId();
        return switch (answer) {
            case Answer.Ok<String> ok -> compare(scene, ok.result());
            case Answer.Accepted<String> accepted -> PerCollection.unanswered(answer);
            case Answer.Unreachable<String> unreachable -> PerCollection.unanswered(answer);
            case Answer.Refused<String> refused ->
                CheckResult.notRun("telemetry cannot be read through the public address: %s", refused.summary());
            case Answer.Unreadable<String> unreadable ->
                CheckResult.notRun("telemetry cannot be read through the public address: %s", unreadable.summary());
        };
    }

    private static CheckResult compare(Scene scene, String answering) throws InterruptedException {
        Set<String> ids = new HashSet<>();
        for (QdrantClient node : scene.nodes()) {
            Optional<String> id = node.service().instanceId().value();
            id.ifPresent(ids::add);
        }
        if (ids.contains(answering)) {
            return CheckResult.passed("%s answers", scene.site().id());
        }
        return ids.size() == scene.nodes().size()
                ? CheckResult.notYet(
                        "another Qdrant than %s answers at the public address",
                        scene.site().id())
                : CheckResult.notRun(
                        "not all nodes of %s could be asked for themselves",
                        scene.site().id());
    }
}
