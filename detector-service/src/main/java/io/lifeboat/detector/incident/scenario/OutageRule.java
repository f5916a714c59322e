package io.lifeboat.detector.incident.scenario;

import io.lifeboat.detector.incident.quorum.Verdict;
import io.lifeboat.events.incident.Scenario;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The whole active site serves nobody. It is its region's failure only if everything else there has gone silent too: an
 * application that answers "not ready" is alive, and so is its region.
 */
final class OutageRule implements Rule {
    private static final Set<String> GONE = Set.of("refused", "silent", "unreachable");

    @Override
    public Stream<Finding> judge(Scene scene) {
        List<Verdict> nodes = scene.nodes(scene.active());
        return nodes.stream().allMatch(OutageRule::servesNobody) ? Stream.of(outage(scene, nodes)) : Stream.empty();
    }

    /** One collection that cannot be read is no outage: a majority has found none that can. */
    static boolean servesNobody(Verdict node) {
        return node.isDown()
                || node.isBad()
                        && Scene.agree(
                                node,
                                ballot -> ballot.detail()
                                        .text("serves")
                                        .filter("nobody"::equals)
                                        .isPresent());
    }

    private static Finding outage(Scene scene, List<Verdict> nodes) {
        List<Verdict> around = around(scene);
        boolean region = !around.isEmpty()
                && around.stream().allMatch(OutageRule::isGone)
                && nodes.stream().allMatch(Verdict::isDown);
        return region
                ? finding(
                        scene,
                        Scenario.REGION_FAILURE,
                        Stream.concat(nodes.stream(), around.stream()).toList())
                : finding(scene, Scenario.CLUSTER_FAILURE, nodes);
    }

    /** What stands where the active site stands. */
    private static List<Verdict> around(Scene scene) {
        Stream<Verdict> neighbours = scene.standbys()
                .filter(place -> place.fallsWith(scene.active()))
                .flatMap(place -> scene.nodes(place).stream());
        return Stream.concat(neighbours, scene.applications().stream()).toList();
    }

    private static boolean isGone(Verdict verdict) {
        return verdict.isDown() && Scene.agree(verdict, GONE);
    }

    private static Finding finding(Scene scene, Scenario scenario, List<Verdict> seen) {
        var since = Scene.lastSince(seen);
        String what = scenario == Scenario.REGION_FAILURE
                ? "everything where the active site %s stands is gone"
                        .formatted(scene.active().site())
                : "the active site %s serves nobody".formatted(scene.active().site());
        return new Finding(
                scenario,
                scene.active().site(),
                since,
                since,
                false,
                Sentences.votes(seen),
                Sentences.because(what, seen));
    }
}
