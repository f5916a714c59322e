package io.lifeboat.restore.node;

import io.lifeboat.qdrant.answer.Answer;
import io.lifeboat.qdrant.service.ClusterStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a site's nodes are to one another, by what each of them says. */
public sealed interface Topology {

    /** One server that is no part of a cluster. */
    record Alone(Node node) implements Topology {}

    /**
     * Nodes of one cluster.
     *
     * @param nodes those that answered, with their peer ids; the one whose view of the cluster is the newest comes first
     * @param peers how many the cluster has, those included that were not asked or gave no answer
     */
    record Cluster(Map<Node, String> nodes, int peers) implements Topology {
        public Cluster {
            nodes = new LinkedHashMap<>(nodes);
        }

        /** The one to ask what all of them know. */
        public Node first() {
            return nodes.keySet().iterator().next();
        }
    }

    /**
     * They cannot be worked with.
     *
     * @param again whether that may be otherwise soon
     */
    record Unfit(String why, boolean again) implements Topology {}

    /** Asks them all; those that give no answer are left out if others do. */
    static Topology of(List<Node> nodes) throws InterruptedException {
        Map<Node, Answer<ClusterStatus>> answers = new LinkedHashMap<>();
        for (Node node : nodes) {
            answers.put(node, node.looking().service().cluster());
        }
        return judge(answers);
    }

    /** Pure. */
    static Topology judge(Map<Node, Answer<ClusterStatus>> answers) {
        List<Node> alone = new ArrayList<>();
        Map<Node, ClusterStatus.Member> members = new LinkedHashMap<>();
        List<String> silent = new ArrayList<>();
        answers.forEach((node, answer) -> {
            switch (answer) {
                case Answer.Ok<ClusterStatus> ok -> {
                    switch (ok.result()) {
                        case ClusterStatus.Standalone standalone -> alone.add(node);
                        case ClusterStatus.Member member -> members.put(node, member);
                    }
                }
                case Answer.Accepted<ClusterStatus> accepted -> silent.add(node + " only accepted the question");
                case Answer.Failure<ClusterStatus> failure -> silent.add(node + ": " + failure.summary());
            }
        });
        if (alone.isEmpty() && members.isEmpty()) {
            return new Unfit("the node: " + String.join("; ", silent), true);
        }
        if (!alone.isEmpty()) {
            return answers.size() == 1
                    ? new Alone(alone.getFirst())
                    : new Unfit("%s is a server of its own: expected nodes of one cluster".formatted(alone), false);
        }
        return cluster(members);
    }

    private static Topology cluster(Map<Node, ClusterStatus.Member> members) {
        List<Map.Entry<Node, ClusterStatus.Member>> newest = members.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Node, ClusterStatus.Member> entry) ->
                        -entry.getValue().commit()))
                .toList();
        Map<String, String> peers = newest.getFirst().getValue().peers();
        Map<Node, String> nodes = new LinkedHashMap<>();
        for (Map.Entry<Node, ClusterStatus.Member> entry : newest) {
            String peer = entry.getValue().peerId();
            if (!peers.containsKey(peer)) {
                return new Unfit(
                        "%s is peer %s, which is none of the cluster of %s: expected nodes of one cluster"
                                .formatted(
                                        entry.getKey(), peer, newest.getFirst().getKey()),
                        false);
            }
            if (nodes.containsValue(peer)) {
                return new Unfit("%s is peer %s, as another address is".formatted(entry.getKey(), peer), false);
            }
            nodes.put(entry.getKey(), peer);
        }
        return new Cluster(nodes, peers.size());
    }
}
