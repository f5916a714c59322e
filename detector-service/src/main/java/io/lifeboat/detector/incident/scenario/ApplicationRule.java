package io.lifeboat.detector.incident.scenario;

import io.lifeboat.detector.incident.quorum.Verdict;
import io.lifeboat.events.incident.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An application is down though Qdrant is fine. Its grace lets the cause be seen first where the cause is Qdrant. */
final class ApplicationRule implements Rule {

    @Override
    public Stream<Finding> judge(Scene scene) {
        List<Verdict> down =
                scene.applications().stream().filter(Verdict::isDown).toList();
        boolean qdrantIsFine = scene.nodes(scene.active()).stream().allMatch(Verdict::isUp);
        return down.isEmpty() || !qdrantIsFine ? Stream.empty() : Stream.of(finding(scene, down));
    }

    private static Finding finding(Scene scene, List<Verdict> down) {
        Instant since = Scene.firstSince(down);
        return new Finding(
                Scenario.APP_FAILURE,
                scene.active().site(),
                since,
                since.plus(scene.graces().partial()),
                false,
                Sentences.votes(down),
                Sentences.because("an application is down while Qdrant is fine", down));
    }
}
