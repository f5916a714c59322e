package io.lifeboat.detector.probe.qdrant;

import io.lifeboat.detector.probe.ProbeTarget;
import io.lifeboat.detector.probe.Reason;
import io.lifeboat.detector.probe.WatchedCollection;
import io.lifeboat.qdrant.service.CollectionTelemetry;
import io.lifeboat.qdrant.service.Telemetry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known of one node's collections from run to run: which canaries failed last, and whose turn is next. Belongs
 * to one event loop.
 */
final class NodeCollections {
    private final ProbeTarget.QdrantNode node;
    private final Map<String, ReadCanary> canaries = new HashMap<>();
    private final SortedMap<String, Finding> failed = new TreeMap<>();
    private String last = "";

    NodeCollections(ProbeTarget.QdrantNode node) {
        this.node = node;
    }

    /** Findings that need no trying: what telemetry shows, and what should be there and is not. */
    List<Finding> seen(Telemetry telemetry) {
        Set<String> names = names(telemetry);
        canaries.keySet().retainAll(names);
        failed.keySet().retainAll(names);
        List<Finding> findings = new ArrayList<>(Finding.in(telemetry));
        node.collections().stream()
                .map(WatchedCollection::name)
                .filter(name -> !names.contains(name))
                .map(name -> new Finding(Reason.COLLECTION_MISSING, name, "collection %s is not there".formatted(name)))
                .forEach(findings::add);
        return findings;
    }

    /** What is to be tried now; nothing whose data is known to be lost. */
    CollectionRound round(Telemetry telemetry, List<Finding> seen) {
        NavigableSet<String> candidates = new TreeSet<>(names(telemetry));
        seen.stream().filter(Finding::isLoss).map(Finding::collection).forEach(candidates::remove);
        List<String> turns = new ArrayList<>(candidates.tailSet(last, false));
        turns.addAll(candidates.headSet(last, true));
        String next = turns.isEmpty() ? last : turns.getFirst();
        last = turns.stream()
                .filter(name -> !failed.containsKey(name))
                .findFirst()
                .orElse(next);
        return new CollectionRound(turns, failed.keySet());
    }

    ReadCanary canary(String collection) {
        return canaries.computeIfAbsent(collection, ReadCanary::new);
    }

    void sound(String collection) {
        failed.remove(collection);
    }

    void unsound(Finding finding) {
        failed.put(finding.collection(), finding);
    }

    /** What the canaries found and has not been found better since. */
    List<Finding> tried() {
        return List.copyOf(failed.values());
    }

    boolean writes(String collection) {
        return node.collections().stream()
                .anyMatch(watched -> watched.writeCanary() && watched.name().equals(collection));
    }

    /** How many points this node's replicas of a collection hold, about. */
    static long points(Telemetry telemetry, String collection) {
        return telemetry.collections().stream()
                .filter(one -> one.name().equals(collection))
                .flatMap(one -> one.shards().stream())
                .flatMap(shard -> shard.local().stream())
                .mapToLong(local -> local.points().orElse(0L))
                .sum();
    }

    private static Set<String> names(Telemetry telemetry) {
        Set<String> names = new TreeSet<>();
        telemetry.collections().stream().map(CollectionTelemetry::name).forEach(names::add);
        return names;
    }
}
