package io.lifeboat.detector.incident.scenario;

import io.lifeboat.detector.incident.quorum.Verdict;
import io.lifeboat.events.incident.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Some collections of the active site cannot be read or searched, and others can: as if a part of a node had failed. */
final class CollectionRule implements Rule {

    @Override
    public Stream<Finding> judge(Scene scene) {
        List<Verdict> nodes = scene.nodes(scene.active());
        List<Verdict> partial = nodes.stream()
                .filter(Predicate.not(Verdict::isDown))
                .filter(node -> !unserved(node).isEmpty())
                .toList();
        return partial.isEmpty() || nodes.stream().allMatch(OutageRule::servesNobody)
                ? Stream.empty()
                : Stream.of(finding(scene, partial));
    }

    /** The collections that a majority names. */
    private static NavigableSet<String> unserved(Verdict node) {
        NavigableSet<String> named = new TreeSet<>();
        node.bad().forEach(ballot -> named.addAll(ballot.detail().texts("unserved")));
        named.removeIf(name ->
                !Scene.agree(node, ballot -> ballot.detail().texts("unserved").contains(name)));
        return named;
    }

    private static Finding finding(Scene scene, List<Verdict> partial) {
        NavigableSet<String> names = new TreeSet<>();
        partial.forEach(node -> names.addAll(unserved(node)));
        Instant since = Scene.firstSince(partial);
        String what = "the active site %s serves in part: %s cannot be read or searched"
                .formatted(scene.active().site(), String.join(", ", names));
        return new Finding(
                Scenario.NODE_FAILURE,
                scene.active().site(),
                since,
                since.plus(scene.graces().partial()),
                false,
                Sentences.votes(partial),
                Sentences.because(what, partial));
    }
}
