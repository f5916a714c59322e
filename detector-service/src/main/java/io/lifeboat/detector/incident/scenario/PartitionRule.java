package io.lifeboat.detector.incident.scenario;

import io.lifeboat.detector.incident.quorum.Verdict;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.incident.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Vantages that can all reach their controls disagree about a node of the active site, and go on disagreeing. Each side
 * needs two of them: one vantage alone may be mistaken, or lie, and then nothing changes.
 */
final class PartitionRule implements Rule {
    private static final int LEAST_A_SIDE = 2;

    @Override
    public Stream<Finding> judge(Scene scene) {
        return scene.nodes(scene.active()).stream()
                .filter(PartitionRule::isSplit)
                .limit(1)
                .map(node -> finding(scene, node));
    }

    private static boolean isSplit(Verdict node) {
        return !node.isDown()
                && node.saying(TargetState.UP).count() >= LEAST_A_SIDE
                && node.saying(TargetState.DOWN).count() >= LEAST_A_SIDE;
    }

    private static Finding finding(Scene scene, Verdict node) {
        Instant split = splitSince(node);
        String why =
                "vantages disagree about %s of the active site %s though their controls answer: DOWN from %s, UP from %s"
                        .formatted(
                                node.target(),
                                scene.active().site(),
                                names(node, TargetState.DOWN),
                                names(node, TargetState.UP));
        return new Finding(
                Scenario.NETWORK_PARTITION,
                scene.active().site(),
                split,
                split.plus(scene.graces().partition()),
                false,
                node.votes(),
                why);
    }

    /** When the second vantage of the later side came to its view. */
    private static Instant splitSince(Verdict node) {
        Instant down = second(node, TargetState.DOWN);
        Instant up = second(node, TargetState.UP);
        return down.isAfter(up) ? down : up;
    }

    private static Instant second(Verdict node, TargetState state) {
        List<Instant> times =
                node.saying(state).map(ballot -> ballot.since()).sorted().toList();
        return times.get(LEAST_A_SIDE - 1);
    }

    private static String names(Verdict node, TargetState state) {
        return node.saying(state).map(ballot -> ballot.vote().vantage().value()).collect(Collectors.joining(" and "));
    }
}
