package io.lifeboat.detector.incident.scenario;

import io.lifeboat.detector.incident.quorum.Verdict;
import io.lifeboat.events.incident.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Some nodes of the active site are down, and not all. */
final class NodeRule implements Rule {

    @Override
    public Stream<Finding> judge(Scene scene) {
        List<Verdict> nodes = scene.nodes(scene.active());
        List<Verdict> down = nodes.stream().filter(Verdict::isDown).toList();
        return down.isEmpty() || down.size() == nodes.size()
                ? Stream.empty()
                : Stream.of(finding(scene, down, nodes.size()));
    }

    private static Finding finding(Scene scene, List<Verdict> down, int all) {
        Instant since = Scene.firstSince(down);
        String what = "%d of %d nodes of the active site %s are down"
                .formatted(down.size(), all, scene.active().site());
        return new Finding(
                Scenario.NODE_FAILURE,
                scene.active().site(),
                since,
                since.plus(scene.graces().partial()),
                false,
                Sentences.votes(down),
                Sentences.because(what, down));
    }
}
