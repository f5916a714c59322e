package io.lifeboat.lab.qdrant.contract;

import java.util.List;
import java.util.Map;

/** The three peers of cases 34 and 37 to 41, and the tokens by which the recording calls them. */
final class Cluster {
    static final String FOUNDER = "n1";

    /** In the order in which they start. */
    static final List<String> NODES = List.of(FOUNDER, "n2", "n3");

    private static final Map<String, String> PEER_TOKENS = Map.of("n1", "${peer4}", "n2", "${peer6}", "n3", "${peer5}");

    private Cluster() {}

    static boolean has(String node) {
        return NODES.contains(node);
    }

    static String peerToken(String node) {
        return PEER_TOKENS.get(node);
    }

    static String addressToken(String node) {
        return "<" + node + "-p2p>";
    }
}
