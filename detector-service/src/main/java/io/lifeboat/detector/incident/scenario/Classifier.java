package io.lifeboat.detector.incident.scenario;

import io.lifeboat.detector.incident.health.HealthView;
import io.lifeboat.detector.incident.quorum.Quorum;
import io.lifeboat.detector.incident.quorum.Verdict;
import io.lifeboat.events.health.TargetState;
import io.lifeboat.events.id.SiteId;
import io.lifeboat.events.id.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what has happened to a workspace, from the verdicts of the majority alone. Immutable. */
public final class Classifier {
    /** In the order of gravity. */
    private static final List<Rule> RULES = List.of(
            new OutageRule(),
            new CorruptionRule(),
            new AlertRule(),
            new NodeRule(),
            new CollectionRule(),
            new PartitionRule(),
            new ApplicationRule(),
            new StandbyRule());

    private final Topology topology;
    private final Quorum quorum;
    private final Graces graces;

    public Classifier(Topology topology, Quorum quorum, Graces graces) {
        this.topology = topology;
        this.quorum = quorum;
        this.graces = graces;
    }

    /**
     * @param active by the log; while it is not known nothing can be told: what is a disaster of the active site is a notice
     *     of the standby
     */
    public Picture classify(HealthView health, @Nullable SiteId active, Instant now) {
        if (active == null) {
            return Picture.unknown("waits: the log does not say yet which site is active");
        }
        return topology.place(active)
                .map(place -> classify(health, place, now))
                .orElseGet(() ->
                        Picture.unknown("waits: the log says that %s is active, but the configuration has no such site"
                                .formatted(active)));
    }

    private Picture classify(HealthView health, Place active, Instant now) {
        Scene scene = new Scene(topology, active, verdicts(health, now), others(health, now), graces, now);
        List<Finding> findings =
                RULES.stream().flatMap(rule -> rule.judge(scene)).toList();
        boolean clear = scene.nodes(active).stream().noneMatch(node -> node.state() == TargetState.UNKNOWN);
        return new Picture(findings, clear, serving(scene), why(scene));
    }

    private Map<SiteId, Instant> serving(Scene scene) {
        Map<SiteId, Instant> serving = new TreeMap<>();
        for (Place place : topology.places()) {
            List<Optional<Instant>> since =
                    scene.nodes(place).stream().map(Verdict::upSince).toList();
            if (since.stream().allMatch(Optional::isPresent)) {
                since.stream()
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo)
                        .ifPresent(last -> serving.put(place.site(), last));
            }
        }
        return serving;
    }

    private Map<TargetId, Verdict> verdicts(HealthView health, Instant now) {
        Map<TargetId, Verdict> verdicts = new TreeMap<>();
        for (TargetId target : topology.targets()) {
            verdicts.put(target, quorum.verdict(health, topology.workspace(), target, now));
        }
        return verdicts;
    }

    private List<Verdict> others(HealthView health, Instant now) {
        return health.targets(topology.workspace())
                .filter(target -> !topology.targets().contains(target))
                .map(target -> quorum.verdict(health, topology.workspace(), target, now))
                .toList();
    }

    private static String why(Scene scene) {
        String unclear = scene.nodes(scene.active()).stream()
                .filter(node -> node.state() == TargetState.UNKNOWN)
                .map(Classifier::unclear)
                .collect(Collectors.joining("; "));
        return unclear.isEmpty()
                ? "watches: the active site %s serves".formatted(scene.active().site())
                : "watches: no majority of the configured vantages agrees on " + unclear;
    }

    private static String unclear(Verdict node) {
        return node.target()
                + node.ballots().stream()
                        .map(ballot -> ballot.vote().vantage() + " " + ballot.state() + ", "
                                + ballot.vote().evidence())
                        .collect(Collectors.joining("; ", " (", ")"));
    }
}
