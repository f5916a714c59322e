package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which nodes hold which shard of a collection in the recording. A cluster draws it by lot, so the collection has to be
 * made again until the lot falls as it did then.
 *
 * @param firstStep the step that creates the collection: it and what follows are played again
 * @param nodes the nodes of each shard
 */
record Placement(String collection, int firstStep, Map<Integer, Set<String>> nodes) {
    private static final Map<String, Placement> AFTER = Map.of(
            "34#3",
            new Placement("a", 3, Map.of(0, Set.of("n2", "n3"), 1, Set.of("n1", "n2"), 2, Set.of("n1", "n3"))),
            "40#1",
            new Placement("cs", 0, Map.of(1, Set.of("n2"))),
            "41#2",
            new Placement("cs2", 1, Map.of(1, Set.of("n3"))));

    /** What has to hold once a step has been played. */
    static Optional<Placement> after(ContractCase contract, int step) {
        return Optional.ofNullable(AFTER.get(contract.number() + "#" + step));
    }

    /** @param distribution the result of the collection's cluster call */
    boolean fits(JsonNode distribution, Bindings bindings) {
        Set<String> actual = new HashSet<>();
        String self = distribution.get("peer_id").asText();
        distribution.get("local_shards").forEach(shard -> actual.add(shard.get("shard_id") + "@" + self));
        distribution
                .get("remote_shards")
                .forEach(shard -> actual.add(
                        shard.get("shard_id") + "@" + shard.get("peer_id").asText()));
        return actual.equals(wanted(bindings));
    }

    private Set<String> wanted(Bindings bindings) {
        return nodes.entrySet().stream()
                .flatMap(shard -> shard.getValue().stream()
                        .map(node -> shard.getKey() + "@" + bindings.resolve(Cluster.peerToken(node))))
                .collect(Collectors.toSet());
    }
}
