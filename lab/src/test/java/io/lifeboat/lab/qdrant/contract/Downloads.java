package io.lifeboat.lab.qdrant.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Where the files come from that a cluster's cases upload: downloads that were not recorded. */
final class Downloads {
    /** A file by the name under which it is uploaded, and what is asked for it. */
    record Download(String fileName, ObjectNode request) {}

    private static final Map<String, Download> BEFORE = Map.of(
            "35#0", of("n1.snapshot", "n1", "/collections/a/snapshots/${snapshot8}"),
            "36#1", of("s1.snapshot", "n1", "/collections/a/shards/1/snapshot"),
            "36#2", of("s2.snapshot", "n1", "/collections/a/shards/2/snapshot"),
            "36#3", of("s0.snapshot", "n2", "/collections/a/shards/0/snapshot"),
            "40#5", of("cs.snapshot", "n2", "/collections/cs/snapshots/${snapshot11}"),
            "41#4", of("s.snapshot", "n2", "/collections/cs/shards/1/snapshots/${snapshot12}"));

    private Downloads() {}

    static Optional<Download> before(ContractCase contract, int step) {
        return Optional.ofNullable(BEFORE.get(contract.number() + "#" + step));
    }

    private static Download of(String fileName, String node, String path) {
        ObjectNode request = (ObjectNode) ContractCase.json("{}");
        return new Download(
                fileName, request.put("node", node).put("method", "GET").put("path", path));
    }
}
