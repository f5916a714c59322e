package io.lifeboat.detector.incident.scenario;

import io.lifeboat.detector.incident.quorum.Verdict;
import io.lifeboat.events.incident.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The active site answers, but a majority of the vantages has seen that its data is not whole. */
final class CorruptionRule implements Rule {
    static final Set<String> EVIDENCE = Set.of("dummy-shard", "red", "collection-missing", "content");

    @Override
    public Stream<Finding> judge(Scene scene) {
        List<Verdict> corrupt = scene.nodes(scene.active()).stream()
                .filter(node -> Scene.agree(node, EVIDENCE))
                .toList();
        return corrupt.isEmpty() ? Stream.empty() : Stream.of(finding(scene, corrupt));
    }

    private static Finding finding(Scene scene, List<Verdict> corrupt) {
        Instant since = Scene.firstSince(corrupt);
        String what = "data of the active site %s is not whole"
                .formatted(scene.active().site());
        return new Finding(
                Scenario.DATA_CORRUPTION,
                scene.active().site(),
                since,
                since.plus(scene.graces().partial()),
                false,
                Sentences.votes(corrupt),
                Sentences.because(what, corrupt));
    }
}
