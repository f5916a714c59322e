package io.lifeboat.detector.incident.scenario;

import io.lifeboat.detector.incident.quorum.Verdict;
import io.lifeboat.events.incident.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A site that traffic does not go to is unfit. People must know, since nothing could take over; traffic stays. */
final class StandbyRule implements Rule {

    @Override
    public Stream<Finding> judge(Scene scene) {
        return scene.standbys().flatMap(place -> judge(scene, place));
    }

    private static Stream<Finding> judge(Scene scene, Place place) {
        List<Verdict> unfit = scene.nodes(place).stream()
                .filter(node -> node.isDown() || Scene.agree(node, CorruptionRule.EVIDENCE))
                .toList();
        return unfit.isEmpty() ? Stream.empty() : Stream.of(finding(scene, place, unfit));
    }

    private static Finding finding(Scene scene, Place place, List<Verdict> unfit) {
        Instant since = Scene.firstSince(unfit);
        String what = "the standby %s could not take over".formatted(place.site());
        return new Finding(
                Scenario.NODE_FAILURE,
                place.site(),
                since,
                since.plus(scene.graces().partial()),
                true,
                Sentences.votes(unfit),
                Sentences.because(what, unfit));
    }
}
