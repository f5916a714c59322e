package io.lifeboat.restore.backup;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.service.ServiceInfo;
import io.lifeboat.restore.node.Node;
import io.lifeboat.restore.node.Topology;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What a backup is taken from.
 *
 * @param topology standalone, or a cluster
 * @param version of its server; in a cluster that is being upgraded, the newest one
 */
record Origin(Topology topology, String version) {

    static Origin of(List<Node> nodes) throws InterruptedException, NotKept {
        Topology topology = Topology.of(nodes);
        return switch (topology) {
            case Topology.Unfit unfit -> throw new NotKept(unfit.why());
            case Topology.Alone alone -> new Origin(alone, version(List.of(alone.node())));
            case Topology.Cluster cluster ->
                new Origin(cluster, version(List.copyOf(cluster.nodes().keySet())));
        };
    }

    /** The one to ask what is true of all. */
    Node first() {
        return all().getFirst();
    }

    List<URI> addresses() {
        return all().stream().map(Node::address).toList();
    }

    CollectionKeeper keeper(SnapshotKeeper files) {
        return switch (topology) {
            case Topology.Alone alone -> new CollectionBackup(alone.node(), files);
            case Topology.Cluster cluster -> new ClusterBackup(cluster, files);
            case Topology.Unfit unfit -> throw new IllegalStateException(unfit.why());
        };
    }

    private List<Node> all() {
        return switch (topology) {
            case Topology.Alone alone -> List.of(alone.node());
            case Topology.Cluster cluster -> List.copyOf(cluster.nodes().keySet());
            case Topology.Unfit unfit -> throw new IllegalStateException(unfit.why());
        };
    }

    private static String version(List<Node> nodes) throws InterruptedException, NotKept {
        List<String> told = new ArrayList<>();
        for (Node node : nodes) {
            Answer<ServiceInfo> info = node.looking().service().info();
            told.add(NotKept.unless("the node", info).version());
        }
        return newest(told);
    }

    /** By its numbers: 1.9.0 is older than 1.18.0. Pure. */
    static String newest(List<String> versions) {
        return versions.stream()
                .max((one, other) -> compare(one.split("\\D+"), other.split("\\D+")))
                .orElseThrow();
    }

    private static int compare(String[] one, String[] other) {
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            int difference = Long.compare(number(one[i]), number(other[i]));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(one.length, other.length);
    }

    private static long number(String text) {
        return text.isEmpty() || text.length() > 9 ? 0 : Long.parseLong(text);
    }
}
